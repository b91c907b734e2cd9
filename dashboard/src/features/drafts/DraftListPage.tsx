import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { answer, api } from '../../api/client';
import { recall } from '../../api/device';
import { useCommand } from '../../api/useCommand';
import { moment } from '../../app/format';
import { notify } from '../../app/notices';
import { usePersonName, useSession, useUnitName } from '../../app/session';
import { DataTable, type Column } from '../../components/DataTable';
import { ConfirmDialog } from '../../components/Dialog';
import { EmptyState } from '../../components/EmptyState';
import { FilterBar, SelectFilter, useFilters } from '../../components/Filters';
import { FormErrors } from '../../components/Fields';
import { PageHead } from '../../components/PageHead';
import { ReasonedButton } from '../../components/ReasonedButton';
import { Status } from '../../components/Status';
import { usePaging } from '../../components/usePaging';
import { useWords, type Words } from '../../words';
import { BeginDialog } from '../plans/BeginDialog';
import { draftsQuery, EDITING, etagOf, nameOf, type DraftLine } from './drafts';

const MOST = 200;

/** Until title or number is confirmed a draft is told by when it began. */
function titleOf(draft: DraftLine, w: Words): string {
  return nameOf(draft) || (draft.kind === 'DOCUMENT' ? w.drafts.uploaded(moment(draft.begunAt)) : w.drafts.untitled(moment(draft.begunAt)));
}

function Person({ id }: { id: string }) {
  const { me } = useSession();
  const w = useWords();
  const isMine = id === me.person || id === me.account;
  const name = usePersonName(isMine ? null : id);
  return <>{isMine ? w.drafts.me : name}</>;
}

function DiscardDialog({ draft, onClose }: { draft: DraftLine; onClose: () => void }) {
  const w = useWords();
  const discard = useCommand<undefined>({
    form: `discard:${draft.id}`,
    send: (_, headers) =>
      answer(
        api.DELETE('/api/v1/plan/drafts/{id}', {
          params: { path: { id: draft.id }, header: { ...headers, 'If-Match': etagOf(draft.revision) } },
        }),
      ),
    onDone: () => {
      notify('ok', w.drafts.discarded);
      onClose();
    },
  });
  return (
    <ConfirmDialog
      danger
      title={w.drafts.discardTitle(titleOf(draft, w))}
      detail={w.drafts.discardDetail}
      action={w.drafts.discard}
      busy={discard.state === 'sending'}
      onConfirm={() => void discard.run(undefined)}
      onClose={onClose}
    >
      <FormErrors refusal={discard.refusal} />
    </ConfirmDialog>
  );
}

/** Drafts that are being worked on: left, resumed, given up. */
export function DraftListPage() {
  const w = useWords();
  const d = w.drafts;
  const { me, post, may } = useSession();
  const unit = useUnitName(post?.unit);
  const filters = useFilters(['whose']);
  const paging = usePaging();
  const [begin, setBegin] = useState(false);
  const [discarding, setDiscarding] = useState<DraftLine>();
  const { whose } = filters.values;
  const isMine = whose === 'mine';
  const query = useQuery(
    draftsQuery({
      ...(whose === 'reach' || isMine || post === undefined ? {} : { unit: post.unit }),
      limit: isMine ? MOST : paging.limit,
      ...(paging.cursor === undefined || isMine ? {} : { cursor: paging.cursor }),
    }),
  );
  // whoever changed it last is told in the rows; one's own are few
  const rows = isMine ? query.data?.items.filter(each => each.changedBy === me.person || each.changedBy === me.account) : query.data?.items;
  const mayEdit = may(EDITING);
  const beginButton = (
    <ReasonedButton type="primary" reason={mayEdit ? undefined : w.plans.mayNotDraft} onClick={() => setBegin(true)}>
      {w.plans.begin}
    </ReasonedButton>
  );
  const name = (draft: DraftLine) => (
    <Link className="row-title" to={`/drafts/${draft.id}`}>
      {titleOf(draft, w)}
    </Link>
  );
  const state = (draft: DraftLine) =>
    draft.undecided === 0 ? (
      <Status family="ok" icon="check">{d.checked}</Status>
    ) : (
      <Status family="info" icon="sheet">{d.undecided(draft.undecided)}</Status>
    );
  const kept = (draft: DraftLine) =>
    recall(`form:draft:${draft.id}`) !== undefined && (
      <span className="detail">
        <Status family="warn" icon="plane" plain>{d.keptHere}</Status>
      </span>
    );
  const acts = (draft: DraftLine) =>
    mayEdit && (
      <Button type="text" danger onClick={() => setDiscarding(draft)} aria-label={`${d.discard}: ${titleOf(draft, w)}`}>
        {d.discard}
      </Button>
    );
  const changed = (draft: DraftLine) => (
    <>
      <span className="date">{moment(draft.changedAt)}</span>
      <span className="detail">
        <Person id={draft.changedBy} />
      </span>
    </>
  );
  const columns: readonly Column<DraftLine>[] = [
    {
      key: 'title',
      head: w.plans.name,
      width: 280,
      main: true,
      cell: draft => (
        <>
          {name(draft)}
          <span className="detail">{draft.unit.name}</span>
        </>
      ),
    },
    { key: 'kind', head: d.begun, width: 160, cell: draft => d.begunAs[draft.kind] },
    { key: 'tasks', head: d.tasksDecided, number: true, cell: draft => draft.tasks },
    { key: 'state', head: w.plans.state, width: 200, cell: draft => <>{state(draft)}{kept(draft)}</> },
    { key: 'changed', head: d.changed, width: 180, cell: changed },
    { key: 'act', head: d.discard, actions: true, cell: acts },
  ];
  return (
    <>
      <PageHead title={d.title} lead={d.lead(unit)} crumbs={[{ to: '/plans', text: w.plans.title }]} actions={beginButton} />
      <section className="panel" aria-label={d.title}>
        <FilterBar filters={filters}>
          <SelectFilter
            label={w.plans.whose}
            value={whose}
            onChange={value => filters.set('whose', value)}
            all={d.whose.unit}
            options={[
              { value: 'mine', text: d.whose.mine },
              { value: 'reach', text: d.whose.reach },
            ]}
          />
        </FilterBar>
        <DataTable
          what={d.rows}
          columns={columns}
          rows={rows}
          rowKey={draft => draft.id}
          query={query}
          {...(isMine ? {} : { paging, next: query.data?.next })}
          card={draft => (
            <>
              <div className="card-top">{state(draft)}</div>
              {kept(draft)}
              {name(draft)}
              <span className="detail">
                {draft.unit.name} · {d.begunAs[draft.kind]}
              </span>
              <span className="detail">{changed(draft)}</span>
              {acts(draft)}
            </>
          )}
          empty={
            filters.count > 0 ? (
              <EmptyState kind="match" title={w.filters.noMatch(d.rows)} detail={w.filters.noMatchDetail}>
                <Button onClick={filters.clear}>{w.filters.clear}</Button>
              </EmptyState>
            ) : (
              <EmptyState kind="none" title={d.none} detail={d.noneDetail(unit)}>
                <Link to="/plans">{w.home.seePlans}</Link>
              </EmptyState>
            )
          }
        />
      </section>
      {begin && <BeginDialog onClose={() => setBegin(false)} />}
      {discarding !== undefined && <DiscardDialog draft={discarding} onClose={() => setDiscarding(undefined)} />}
    </>
  );
}
