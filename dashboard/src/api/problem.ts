import { words } from '../words';

/** What is wrong with one field of what was sent. */
export interface FieldProblem {
  /** as `tasks[2].name`; name of the header or parameter elsewhere */
  field: string;
  message: string;
}

interface ProblemBody {
  type: string;
  title: string;
  titleEn: string;
  detail: string;
  detailEn: string;
  errors?: { field: string; vi: string; en: string }[];
  current?: unknown;
  instance?: string;
}

/** An answer that is none: the server's reason in the words of the person who reads it. */
export class Refusal extends Error {
  readonly status: number;
  /** last part of the problem's type: stable, decisions are taken by it */
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly fields: readonly FieldProblem[];
  /** the resource as it stands, where somebody has changed it meanwhile */
  readonly current: unknown;
  /** what to tell the operator */
  readonly reference: string | undefined;
  /** version that stands, with `current` */
  readonly etag: string | undefined;
  /** wait so long before the next attempt, in seconds */
  readonly retryAfter: number | undefined;

  constructor(
    status: number,
    code: string,
    title: string,
    detail: string,
    rest: {
      fields?: readonly FieldProblem[];
      current?: unknown;
      reference?: string | undefined;
      etag?: string | undefined;
      retryAfter?: number | undefined;
    } = {},
  ) {
    super(`${status} ${code}`);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.title = title;
    this.detail = detail;
    this.fields = rest.fields ?? [];
    this.current = rest.current;
    this.reference = rest.reference;
    this.etag = rest.etag;
    this.retryAfter = rest.retryAfter;
  }

  /** What is wrong with this field, if anything is. */
  of(field: string): string | undefined {
    return this.fields.find(each => each.field === field)?.message;
  }

  /** Nothing is decided yet: the same request may be sent again. */
  get isPassing(): boolean {
    return this.status === 502 || this.status === 503 || this.status === 504 || this.status === 429;
  }
}

/** The request left no answer: the network or the server is away. Whether it had an effect is unknown. */
export class NotSent extends Error {
  /** what has to go out again; absent for a query */
  readonly request: SentRequest | undefined;

  constructor(request?: SentRequest) {
    super('no answer');
    this.name = 'NotSent';
    this.request = request;
  }
}

/** A command as it can be kept and sent again. */
export interface SentRequest {
  method: string;
  /** with its query, from the root on */
  path: string;
  /** own headers: content type, version, key; neither cookies nor tokens */
  headers: Record<string, string>;
  body: Blob | null;
}

function isProblem(body: unknown): body is ProblemBody {
  return (
    typeof body === 'object' &&
    body !== null &&
    typeof (body as ProblemBody).type === 'string' &&
    typeof (body as ProblemBody).title === 'string'
  );
}

/** Last eight letters are enough to find a request in the log, and can be read out on the telephone. */
function reference(instance: string | undefined, response: Response): string | undefined {
  const id = instance?.replace('urn:request:', '') ?? response.headers.get('X-Request-Id') ?? undefined;
  return id?.replaceAll('-', '').slice(-8).toUpperCase();
}

/** What a failed answer says. A body that is no problem (a proxy's page) is told by its status. */
export function refusalOf(response: Response, body: unknown): Refusal {
  const seconds = Number(response.headers.get('Retry-After'));
  const rest = {
    etag: response.headers.get('ETag') ?? undefined,
    retryAfter: Number.isFinite(seconds) && seconds > 0 ? seconds : undefined,
  };
  const { language, current: w } = words.get();
  if (isProblem(body)) {
    const english = language === 'en';
    return new Refusal(
      response.status,
      body.type.slice(body.type.lastIndexOf('/') + 1),
      english ? body.titleEn : body.title,
      english ? body.detailEn : body.detail,
      {
        ...rest,
        fields: (body.errors ?? []).map(each => ({ field: each.field, message: english ? each.en : each.vi })),
        current: body.current,
        reference: reference(body.instance, response),
      },
    );
  }
  const known = w.errors.byStatus(response.status);
  return new Refusal(response.status, `status-${response.status}`, known.title, known.detail, {
    ...rest,
    reference: reference(undefined, response),
  });
}

/** Title and detail of anything that was thrown, for a person. */
export function explain(thrown: unknown): { title: string; detail: string; reference?: string | undefined } {
  if (thrown instanceof Refusal) {
    return thrown;
  }
  return thrown instanceof NotSent ? words.get().current.errors.notSent : words.get().current.errors.unexpected;
}
