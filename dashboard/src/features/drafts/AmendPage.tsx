import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState, type SyntheticEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { answer, api } from '../../api/client';
import { useAutosave } from '../../api/useAutosave';
import { useCommand } from '../../api/useCommand';
import { unbroken } from '../../app/format';
import { notify } from '../../app/notices';
import { useSession } from '../../app/session';
import { DateField, Field, FormErrors } from '../../components/Fields';
import { EmptyState } from '../../components/EmptyState';
import { Fault } from '../../components/Fault';
import { PageHead } from '../../components/PageHead';
import { useWords } from '../../words';
import { planQuery, type Plan } from '../plans/plans';
import './drafts.css';
import { EDITING, type Revise, type Whole } from './drafts';
import { faultsOf } from './edits';
import { itemName } from './notes';
import { controlOf } from './places';
import type { Place } from './sources';
import { useWorking } from './useWorking';
import { tabOf, ValuesPane, type Tab } from './ValuesPane';
import { NOTHING } from './working';

/** An issued plan as something to be changed: all of it was decided on, and nothing was read. */
function wholeOf(plan: Plan): Whole {
  return {
    content: {
      id: plan.id,
      revision: plan.version,
      unit: plan.issuer,
      state: 'ISSUED',
      kind: 'HAND',
      hasDocument: false,
      details: plan.details,
      tasks: plan.tasks.map(each => ({ ...each, outcome: 'ACCEPTED' })),
      dropped: [],
      undecided: { fields: [], tasks: [] },
      outcomes: {},
      begunAt: '',
      changedAt: '',
      changedBy: '',
    },
    warnings: [],
    flags: [],
    wordsMeant: [],
  };
}

interface Why {
  reason: string;
  effective: string | undefined;
}

interface Sent {
  body: Revise;
  why: Why;
}

const NO_NOTES = new Map<string, string[]>();

function AmendForm({ plan, etag }: { plan: Plan; etag: string | undefined }) {
  const w = useWords();
  const d = w.drafts;
  const navigate = useNavigate();
  const whole = useMemo(() => wholeOf(plan), [plan]);
  const works = useWorking(whole, `amend:${plan.id}/${plan.version}`);
  const why = useAutosave<Why>(`amend-why:${plan.id}/${plan.version}`, { reason: '', effective: undefined });
  const [tab, setTab] = useState<Tab>('tasks');
  const [at, setAt] = useState<Place>();
  const [tried, setTried] = useState(false);
  const [focus, setFocus] = useState<Place>();
  const page = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (focus !== undefined && page.current !== null) {
      controlOf(page.current, focus)?.focus();
    }
  }, [focus]);
  const go = useCallback((place: Place) => {
    setAt(place);
    setTab(tabOf(place.item));
    setFocus(place);
  }, [setTab]);
  const amend = useCommand<Sent>({
    form: `amend:${plan.id}`,
    send: ({ body, why: said }, headers) =>
      answer(
        api.POST('/api/v1/plan/plans/{id}/amendment', {
          params: { path: { id: plan.id }, header: { ...headers, ...(etag === undefined ? {} : { 'If-Match': etag }) } },
          body: {
            reason: said.reason.trim(),
            effective: said.effective ?? null,
            ...(body.fields ? { fields: body.fields } : {}),
            ...(body.cleared ? { cleared: body.cleared } : {}),
            ...(body.tasks ? { tasks: body.tasks } : {}),
            ...(body.drops ? { withdrawn: body.drops } : {}),
          },
        }),
      ),
    onDone: () => {
      works.settle(NOTHING);
      why.clear();
      notify('ok', d.amended);
      void navigate(`/plans/${plan.id}?view=versions`);
    },
  });
  const faults = faultsOf(works.working, works.view);
  const noReason = why.value.reason.trim() === '' ? d.reasonMissing : undefined;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (works.body !== undefined && noReason === undefined && faults.length === 0) {
      void amend.run({ body: works.body, why: why.value });
    }
  };
  const own = [
    ...faults.map(each => `${itemName(each.item, works.view, w)}: ${d.faults[each.code]}`),
    ...(works.body === undefined ? [d.nothingChanged] : []),
  ];
  return (
    <form onSubmit={submit} noValidate ref={page} className="amend">
      <FormErrors refusal={amend.refusal} own={tried ? own : []} />
      <section className="panel form" aria-label={d.amendWhy}>
        <Field label={d.amendReason} required error={tried ? noReason : undefined}>
          {control => (
            <textarea
              {...control}
              className="textarea"
              maxLength={2000}
              value={why.value.reason}
              onChange={event => why.set(before => ({ ...before, reason: event.target.value }))}
            />
          )}
        </Field>
        <Field label={d.amendFrom} hint={d.amendFromHint}>
          {control => <DateField control={control} value={why.value.effective} onChange={effective => why.set(before => ({ ...before, effective }))} />}
        </Field>
      </section>
      <section className="panel pane" aria-label={d.values}>
        <ValuesPane
          desk={works}
          readOnly={false}
          fixed={['documentNumber', 'issueDate']}
          tab={tab}
          onTab={setTab}
          at={at}
          notes={NO_NOTES}
          onAt={setAt}
          onGo={go}
          onConfirm={() => undefined}
          onShow={() => undefined}
        />
      </section>
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={amend.state === 'sending'}>
          {d.amendSend}
        </Button>
        {works.undo !== undefined && <Button onClick={works.undo}>{d.undo}</Button>}
        <Button onClick={() => void navigate(`/plans/${plan.id}`)}>{w.app.cancel}</Button>
      </div>
    </form>
  );
}

/** A new version of an issued plan: what changes, from when, and why. */
export function AmendPage() {
  const w = useWords();
  const { id = '' } = useParams();
  const { may } = useSession();
  const query = useQuery(planQuery(id, undefined, undefined));
  const plan = query.data?.body;
  const title = w.drafts.amendTitle(unbroken(plan?.details.documentNumber ?? ''));
  return (
    <>
      <PageHead
        title={title}
        lead={plan === undefined ? undefined : w.drafts.amendLead(plan.latest + 1)}
        crumbs={[
          { to: '/plans', text: w.plans.title },
          { to: `/plans/${id}`, text: w.plans.numbered(plan?.details.documentNumber ?? '') },
        ]}
      />
      {plan === undefined ? (
        query.error === null ? (
          <div className="panel table-wait">{w.app.loading}</div>
        ) : (
          <Fault error={query.error} what={w.plans.rows} onRetry={() => void query.refetch()} />
        )
      ) : plan.state !== 'ISSUED' || !may(EDITING) ? (
        <EmptyState kind="right" title={w.drafts.mayNotAmend} detail={w.drafts.mayNotAmendDetail} />
      ) : (
        <AmendForm key={plan.version} plan={plan} etag={query.data?.etag} />
      )}
    </>
  );
}
