import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { api, read } from '../../api/client';
import { Dialog } from '../../components/Dialog';
import { TextFilter } from '../../components/Filters';
import { useWords } from '../../words';
import type { Assignee, Target } from './drafts';
import { targetName } from './TaskForm';

interface Props {
  assignee: Assignee;
  /** whose plan it is */
  unit: { id: string; name: string };
  uses: number;
  suggestions: readonly { reason: string; targets: readonly Target[] }[];
  onChosen: (targets: readonly Target[]) => void;
  onClose: () => void;
}

const keyOf = (target: Target): string => `${target.kind} ${target.id} ${target.post ?? ''}`;

const bare = (kind: Target['kind'], id: string, name: string, post?: string): Target => ({
  kind,
  id,
  name,
  persons: [],
  units: [],
  ...(post === undefined ? {} : { post }),
});

/** The posts of a unit that somebody holds, by title. */
function Posts({ unit, name, onAdd }: { unit: string; name: string; onAdd: (target: Target) => void }) {
  const w = useWords();
  const { data } = useQuery({
    queryKey: ['organization', 'holders', unit],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/organization/units/{id}/people', { params: { path: { id: unit }, query: { limit: 200 } }, signal })),
  });
  const titles = [...new Set((data?.items ?? []).map(each => each.title))];
  return (
    <div>
      <h3>{w.drafts.postsOf(name)}</h3>
      {titles.length === 0 ? (
        <p className="small">{data === undefined ? w.app.loading : w.drafts.noPosts}</p>
      ) : (
        <div className="actions">
          {titles.map(title => (
            <Button key={title} size="small" icon={<PlusOutlined aria-hidden />} onClick={() => onAdd(bare('POST', unit, name, title))}>
              {title}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

/** Whom the words of a document mean: units, posts or groups; known suggestions first. */
export function AssigneeDialog({ assignee, unit, uses, suggestions, onChosen, onClose }: Props) {
  const w = useWords();
  const d = w.drafts;
  const [chosen, setChosen] = useState<readonly Target[]>(assignee.targets);
  const [words, setWords] = useState<string>();
  const [within, setWithin] = useState<{ id: string; name: string }>();
  const list = useId();
  const units = useQuery({
    queryKey: ['organization', 'units', words],
    queryFn: ({ signal }) => read(api.GET('/api/v1/organization/units', { params: { query: { search: words ?? '', limit: 10 } }, signal })),
    enabled: words !== undefined,
  });
  const groups = useQuery({
    queryKey: ['organization', 'groups', unit.id],
    queryFn: ({ signal }) => read(api.GET('/api/v1/organization/groups', { params: { query: { unit: unit.id, limit: 50 } }, signal })),
  });
  const add = (targets: readonly Target[]) =>
    setChosen(before => [...before, ...targets.filter(each => !before.some(other => keyOf(other) === keyOf(each)))]);
  return (
    <Dialog
      title={d.mapTitle(assignee.words)}
      onClose={onClose}
      actions={
        <>
          <Button type="primary" onClick={() => onChosen(chosen)}>
            {chosen.length === 0 ? d.mapNobody : d.mapSave(chosen.length)}
          </Button>
          <Button onClick={onClose}>{w.confirm.cancel}</Button>
        </>
      }
    >
      <p className="small">{d.mapUses(uses)}</p>
      <div>
        <h3 id={list}>{d.chosen}</h3>
        {chosen.length === 0 ? (
          <p className="small">{d.meansNobody}</p>
        ) : (
          <ul className="chosen" aria-labelledby={list}>
            {chosen.map(target => (
              <li key={keyOf(target)}>
                <span>
                  {targetName(target)} <span className="small">({d.kinds[target.kind]})</span>
                </span>
                <Button
                  type="text"
                  size="small"
                  icon={<CloseOutlined aria-hidden />}
                  aria-label={d.unchoose(targetName(target))}
                  onClick={() => setChosen(before => before.filter(each => keyOf(each) !== keyOf(target)))}
                />
              </li>
            ))}
          </ul>
        )}
      </div>
      {suggestions.length > 0 && (
        <div>
          <h3>{d.suggested}</h3>
          <ul className="sheet">
            {suggestions.map(suggestion => (
              <li key={suggestion.targets.map(keyOf).join(' ')}>
                <button type="button" onClick={() => setChosen(suggestion.targets)}>
                  <span>
                    {suggestion.targets.map(targetName).join('; ')}
                    <span className="detail">{d.reasons[suggestion.reason as keyof typeof d.reasons]}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <TextFilter label={d.findUnit} value={words} onChange={setWords} placeholder={d.findUnitHint} />
      {words !== undefined && units.data?.items.length === 0 && <p className="small">{d.noUnitFound}</p>}
      {(units.data?.items ?? []).length > 0 && (
        <ul className="sheet">
          {units.data?.items.map(each => (
            <li key={each.id} className="found">
              <button type="button" onClick={() => add([bare('UNIT', each.id, each.name)])}>
                <span>
                  {each.name}
                  <span className="detail">{each.parent?.name}</span>
                </span>
              </button>
              <span>
                <Button size="small" onClick={() => setWithin({ id: each.id, name: each.name })} aria-label={d.postsOf(each.name)}>
                  {d.posts}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {within === undefined ? (
        <div>
          <Button size="small" onClick={() => setWithin(unit)}>
            {d.ownPosts}
          </Button>
        </div>
      ) : (
        <Posts unit={within.id} name={within.name} onAdd={target => add([target])} />
      )}
      {(groups.data?.items ?? []).length > 0 && (
        <div>
          <h3>{d.groups}</h3>
          <div className="actions">
            {groups.data?.items.map(group => (
              <Button key={group.id} size="small" icon={<PlusOutlined aria-hidden />} onClick={() => add([bare('GROUP', group.id, group.name)])}>
                {group.name}
              </Button>
            ))}
          </div>
        </div>
      )}
    </Dialog>
  );
}
