// Makes a readable page of /openapi.json. Everything from there is put in as text, nothing as markup.
'use strict';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const byId = (id) => document.getElementById(id);

function element(name, content, attributes = {}) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  for (const part of [content].flat()) if (part !== null && part !== undefined) made.append(part);
  return made;
}

function resolve(description, schema) {
  const name = schema && schema.$ref && schema.$ref.replace('#/components/schemas/', '');
  return name ? { name, schema: description.components.schemas[name] || {} } : { name: null, schema: schema || {} };
}

// One line: what a value is, without going into what it holds.
function kind(description, schema) {
  const { name, schema: resolved } = resolve(description, schema);
  if (name) return name;
  if (resolved.type === 'array' || resolved.items) return `${kind(description, resolved.items)}[]`;
  if (resolved.enum) return resolved.enum.join(' | ');
  const choices = resolved.oneOf || resolved.anyOf;
  if (choices) return choices.map((each) => kind(description, each)).join(' | ');
  const type = [resolved.type || 'object'].flat().join(' | ');
  return resolved.format ? `${type} (${resolved.format})` : type;
}

function fields(description, schema, seen = []) {
  const { name, schema: resolved } = resolve(description, schema);
  if (resolved.items) return fields(description, resolved.items, seen);
  if (!resolved.properties || (name && seen.includes(name))) return null;
  const required = resolved.required || [];
  const rows = Object.entries(resolved.properties).map(([field, of]) => element('tr', [
    element('td', element('code', field + (required.includes(field) ? ' *' : ''))),
    element('td', [kind(description, of), fields(description, of, name ? [...seen, name] : seen)]),
    element('td', [of.description || '', limits(of)]),
  ]));
  return element('table', element('tbody', rows));
}

function limits(schema) {
  return ['minimum', 'maximum', 'minLength', 'maxLength', 'pattern', 'default']
    .filter((each) => schema[each] !== undefined)
    .map((each) => ` ${each}: ${schema[each]}`)
    .join(',');
}

function content(description, of) {
  return Object.entries((of && of.content) || {}).map(([type, each]) => element('div', [
    element('p', [element('code', type), ' ', kind(description, each.schema)]),
    fields(description, each.schema),
  ]));
}

function inside(description, path, operation) {
  const parameters = [...(path.parameters || []), ...(operation.parameters || [])];
  const parts = [element('p', operation.description || '')];
  if (parameters.length > 0) {
    parts.push(element('h3', 'Tham số'), element('table', element('tbody', parameters.map((each) => element('tr', [
      element('td', element('code', each.name + (each.required ? ' *' : ''))),
      element('td', each.in),
      element('td', kind(description, each.schema)),
      element('td', [each.description || '', limits(each.schema || {})]),
    ])))));
  }
  if (operation.requestBody) parts.push(element('h3', 'Nội dung gửi'), ...content(description, operation.requestBody));
  parts.push(element('h3', 'Trả lời'));
  for (const [status, answer] of Object.entries(operation.responses || {})) {
    parts.push(element('p', [element('b', status), ` ${answer.description || ''}`]));
    if (status !== 'default') parts.push(...content(description, answer));
  }
  return element('div', parts, { class: 'inside' });
}

// What is inside is made when it is opened: all of it at once would take seconds on a small machine.
function entry(description, address, method, path, operation) {
  const details = element('details', element('summary', [
    element('b', method.toUpperCase()), element('code', address), element('small', ` ${operation.description || ''}`),
  ]));
  details.dataset.words = `${method} ${address} ${JSON.stringify(operation)}`.toLowerCase();
  details.addEventListener('toggle', () => {
    if (details.open && details.children.length === 1) details.append(inside(description, path, operation));
  });
  return details;
}

function show(description) {
  const contexts = new Map();
  for (const [address, path] of Object.entries(description.paths || {})) {
    for (const method of METHODS.filter((each) => path[each])) {
      const context = (path[method].tags || ['khác'])[0];
      if (!contexts.has(context)) contexts.set(context, []);
      contexts.get(context).push(entry(description, address, method, path, path[method]));
    }
  }
  const main = byId('operations');
  main.replaceChildren();
  for (const [context, entries] of contexts) {
    main.append(element('h2', `${context} (${entries.length})`, { id: `context-${context}` }), ...entries);
    byId('contexts').append(element('a', context, { href: `#context-${context}` }));
  }
  const missing = description['x-missing'] || [];
  if (missing.length > 0) byId('missing').textContent = `Chưa đọc được: ${missing.join(', ')}.`;
}

byId('search').addEventListener('input', (event) => {
  const wanted = event.target.value.trim().toLowerCase();
  for (const each of document.querySelectorAll('details')) each.hidden = !each.dataset.words.includes(wanted);
});

fetch('/openapi.json')
  .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(`${answer.status}`))))
  .then(show)
  .catch((problem) => byId('operations').replaceChildren(
    element('p', `Không đọc được /openapi.json (${problem.message}). Hãy tải lại trang.`, { role: 'alert' })));
