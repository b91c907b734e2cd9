import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useNavigate, useParams, useSearchParams, Link } from 'react-router';
import { answer, api, saveFile } from '../../api/client';
import { explain } from '../../api/problem';
import { useCommand } from '../../api/useCommand';
import { useAsOf, useLink } from '../../app/asOf';
import { day } from '../../app/format';
import { notify } from '../../app/notices';
import { useSession } from '../../app/session';
import { ExportButton } from '../../components/ExportButton';
import { Fault } from '../../components/Fault';
import { FormErrors } from '../../components/Fields';
import { PageHead } from '../../components/PageHead';
import { ReasonedButton } from '../../components/ReasonedButton';
import { useWords } from '../../words';
import { DRAFTING } from './BeginDialog';
import { PlanFacts } from './PlanFacts';
import { PlanStatus } from './PlanStatus';
import { PlanTasks } from './PlanTasks';
import { PlanVersions } from './PlanVersions';
import { planQuery, type Plan } from './plans';

interface Made {
  id: string;
}

/** What can be done with a plan: see who has answered, take its document, answer it with a plan of one's own. */
function Acts({ plan }: { plan: Plan }) {
  const w = useWords();
  const link = useLink();
  const navigate = useNavigate();
  const { posts, may } = useSession();
  const drafting = posts.find(each => DRAFTING.includes(each.role) && each.unit !== plan.issuer.id);
  const answerIt = useCommand<string, Made>({
    form: `from-above:${plan.id}`,
    send: (unit, headers) =>
      answer(api.POST('/api/v1/plan/drafts/from-above', { params: { header: headers }, body: { unit, plan: plan.id } })),
    onDone: ({ body }) => void navigate(`/drafts/${body.id}`),
  });
  const save = () =>
    saveFile(`/api/v1/plan/plans/${plan.id}/document.docx`).catch((thrown: unknown) => {
      const { title, detail } = explain(thrown);
      notify('late', `${title}. ${detail}`);
    });
  return (
    <>
      <Link to={link(`/cascade?plan=${plan.id}`)}>{w.plans.toCascade}</Link>
      <Button icon={<DownloadOutlined aria-hidden />} onClick={() => void save()}>
        {w.plans.docx}
      </Button>
      <ExportButton path={`/api/v1/plan/plans/${plan.id}/tasks.xlsx`} />
      {plan.state === 'ISSUED' && may(DRAFTING, plan.issuer.id) && <Link to={`/plans/${plan.id}/amend`}>{w.drafts.amendShort}</Link>}
      <ReasonedButton
        loading={answerIt.state === 'sending'}
        reason={drafting === undefined ? w.plans.mayNotAnswer : undefined}
        onClick={() => drafting !== undefined && void answerIt.run(drafting.unit)}
      >
        {w.plans.answer}
      </ReasonedButton>
      <FormErrors refusal={answerIt.refusal} />
    </>
  );
}

/** An issued plan: what it says, its tasks, and what its versions have changed. */
export function PlanPage() {
  const w = useWords();
  const { id = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const [asOf] = useAsOf();
  const asked = Number(params.get('version'));
  const version = Number.isSafeInteger(asked) && asked > 0 ? asked : undefined;
  const isVersions = params.get('view') === 'versions';
  const query = useQuery(planQuery(id, version, asOf));
  if (query.data === undefined) {
    return (
      <>
        <PageHead title={w.plans.one} crumbs={[{ to: '/plans', text: w.plans.title }]} />
        {query.error === null ? (
          <div className="panel table-wait">{w.app.loading}</div>
        ) : (
          <Fault error={query.error} what={w.plans.rows} onRetry={() => void query.refetch()} />
        )}
      </>
    );
  }
  const plan = query.data.body;
  const show = (view: string | undefined, shown: number | undefined) =>
    setParams(before => {
      const after = new URLSearchParams(before);
      for (const [name, value] of [
        ['view', view],
        ['version', shown?.toString()],
      ] as const) {
        if (value === undefined) {
          after.delete(name);
        } else {
          after.set(name, value);
        }
      }
      return after;
    });
  return (
    <>
      <PageHead
        crumbs={[{ to: '/plans', text: w.plans.title }]}
        title={w.plans.numbered(plan.details.documentNumber ?? '')}
        lead={
          <>
            {plan.issuer.name}
            {plan.details.issueDate && <> · {w.plans.dated(day(plan.details.issueDate))}</>} · <PlanStatus state={plan.state} />
          </>
        }
        actions={<Acts plan={plan} />}
      />
      <nav className="tabs" aria-label={w.plans.one}>
        <button type="button" aria-current={!isVersions} onClick={() => show(undefined, version)}>
          {w.plans.content}
        </button>
        <button type="button" aria-current={isVersions} onClick={() => show('versions', undefined)}>
          {w.plans.versions(plan.latest)}
        </button>
      </nav>
      {plan.version < plan.latest && !isVersions && (
        <p className="note">
          {w.plans.olderShown(plan.version, plan.latest)}{' '}
          <Button size="small" onClick={() => show(undefined, undefined)}>
            {w.plans.toLatest}
          </Button>
        </p>
      )}
      {isVersions ? (
        <PlanVersions plan={plan.id} onShow={shown => show(undefined, shown)} />
      ) : (
        <>
          <PlanFacts plan={plan} />
          <PlanTasks plan={plan} />
        </>
      )}
    </>
  );
}
