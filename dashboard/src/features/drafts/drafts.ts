import { answer, api, read, type Answer, type Schema } from '../../api/client';
import type { Role } from '../../app/session';

export type DraftLine = Schema<'Line'>;
export type Whole = Schema<'Whole'>;
export type Content = Schema<'Content'>;
export type Details = Schema<'PlanDetails'>;
export type TaskContent = Schema<'TaskContent'>;
export type Assignee = Schema<'Assignee'>;
export type Target = Schema<'Target'>;
export type Suggestion = Schema<'Suggestion'>;
export type Revise = Schema<'Revise'>;
export type Flag = Schema<'CopyFlag'>;
export type Warning = Schema<'Warning'>;
export type Outcome = 'ACCEPTED' | 'CORRECTED' | 'DROPPED' | 'ADDED';

/** Who may see drafts, change them, issue them: the server decides in the end, unit by unit. */
export const READING: readonly Role[] = ['OFFICER', 'LEADER', 'STANDING_OFFICE', 'ADMIN', 'AUDITOR'];
export const EDITING: readonly Role[] = ['OFFICER', 'LEADER', 'ADMIN'];
export const ISSUING: readonly Role[] = ['OFFICER', 'LEADER'];

/** Values of a plan, in the order in which a document has them. */
export const FIELDS = [
  'documentNumber',
  'issueDate',
  'place',
  'title',
  'year',
  'theme',
  'implementsDocuments',
  'legalBases',
  'campaigns',
  'targets',
  'reportDeadlines',
  'recipients',
  'signatory',
] as const;

export type FieldName = (typeof FIELDS)[number];

export const isField = (name: string): name is FieldName => FIELDS.some(each => each === name);

/** The same names as the words of plans have them. */
export const FIELD_WORDS = {
  documentNumber: 'DOCUMENT_NUMBER',
  issueDate: 'ISSUE_DATE',
  place: 'PLACE',
  title: 'TITLE',
  year: 'YEAR',
  theme: 'THEME',
  implementsDocuments: 'IMPLEMENTS',
  legalBases: 'LEGAL_BASES',
  campaigns: 'CAMPAIGNS',
  targets: 'TARGETS',
  reportDeadlines: 'REPORT_DEADLINES',
  recipients: 'RECIPIENTS',
  signatory: 'SIGNATORY',
} as const satisfies Record<FieldName, string>;

/** Version of a draft as If-Match wants it. */
export const etagOf = (revision: number): string => `"${revision}"`;

export function draftQuery(id: string) {
  return {
    queryKey: ['plan', 'draft', id],
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<Answer<Whole>> =>
      answer(api.GET('/api/v1/plan/drafts/{id}', { params: { path: { id } }, signal })),
  };
}

export function draftsQuery(query: { unit?: string; limit?: number; cursor?: string }) {
  return {
    queryKey: ['plan', 'drafts', query],
    queryFn: ({ signal }: { signal: AbortSignal }) => read(api.GET('/api/v1/plan/drafts', { params: { query }, signal })),
    placeholderData: (before: Schema<'PageLine'> | undefined) => before,
  };
}

/** What names a plan that may have neither number nor title yet. */
export function nameOf(details: Pick<Details, 'documentNumber' | 'title'>): string {
  return [details.documentNumber, details.title].filter(Boolean).join(' · ');
}
