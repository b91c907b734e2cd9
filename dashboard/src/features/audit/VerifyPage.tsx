import { useMutation } from '@tanstack/react-query';
import { api, read, type Schema } from '../../api/client';
import { NotSent, Refusal } from '../../api/problem';
import { useSession } from '../../app/session';
import { FormErrors } from '../../components/Fields';
import { PageHead } from '../../components/PageHead';
import { ReasonedButton } from '../../components/ReasonedButton';
import { Status } from '../../components/Status';
import { useWords } from '../../words';
import { CONTEXTS, type Context } from './audit';
import { AuditTabs } from './AuditTabs';

function verify(context: Context): Promise<Schema<'Verified'>> {
  switch (context) {
    case 'plan':
      return read(api.POST('/api/v1/plan/operations/verify'));
    case 'organization':
      return read(api.POST('/api/v1/organization/operations/verify'));
    case 'access':
      return read(api.POST('/api/v1/access/operations/verify'));
  }
}

function Chain({ context }: { context: Context }) {
  const w = useWords();
  const a = w.audit;
  const { operates } = useSession();
  const walk = useMutation({ mutationFn: () => verify(context) });
  const { data, error } = walk;
  return (
    <li>
      <div>
        <strong>{a.contexts[context]}</strong>
        <div role="status">
          {walk.isPending && <span className="small">{a.verifying}</span>}
          {data?.clean === true && (
            <Status family="ok" icon="tick">
              {a.clean(data.commits ?? 0)}
            </Status>
          )}
          {data?.clean === false && (
            <>
              <Status family="late" icon="fault">
                {a.broken(data.position ?? 0)}
              </Status>
              <p>
                {data.reason} {a.brokenDetail}
              </p>
            </>
          )}
        </div>
        <FormErrors refusal={error instanceof Refusal || error instanceof NotSent ? error : undefined} />
      </div>
      <ReasonedButton
        aria-label={a.verifyStart(a.contexts[context])}
        loading={walk.isPending}
        reason={operates ? undefined : a.verifyMayNot}
        onClick={() => walk.mutate()}
      >
        {a.verify}
      </ReasonedButton>
      <span />
    </li>
  );
}

/** Walks the chain of all acts and tells whether it is whole. */
export function VerifyPage() {
  const w = useWords();
  const a = w.audit;
  return (
    <>
      <PageHead crumbs={[{ to: '/audit', text: a.title }]} title={a.verify} lead={a.verifyLead} />
      <AuditTabs />
      <section className="panel" aria-label={a.verify}>
        <ul className="lines">
          {CONTEXTS.map(context => (
            <Chain key={context} context={context} />
          ))}
        </ul>
      </section>
    </>
  );
}
