import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { answer, api, type Answer } from '../../api/client';
import { NotSent, Refusal } from '../../api/problem';
import { upload } from '../../api/upload';
import { useCommand } from '../../api/useCommand';
import { day } from '../../app/format';
import { useSession, type Role } from '../../app/session';
import { Dialog } from '../../components/Dialog';
import { withQuery } from '../../components/ExportButton';
import { FormErrors } from '../../components/Fields';
import { Uploader } from '../../components/Uploader';
import { useWords } from '../../words';
import { waitingQuery } from '../home/waiting';
import { plansQuery } from './plans';

/** Who may begin a draft. */
export const DRAFTING: readonly Role[] = ['OFFICER', 'LEADER', 'ADMIN'];

interface Made {
  id: string;
}

/** Begins a draft: from a file, as a copy of an earlier plan, or by hand; then goes to it. */
export function BeginDialog({ onClose }: { onClose: () => void }) {
  const w = useWords();
  const navigate = useNavigate();
  const { posts, post } = useSession();
  const unit = (post !== undefined && DRAFTING.includes(post.role) ? post : posts.find(each => DRAFTING.includes(each.role)))?.unit ?? '';
  const [refusal, setRefusal] = useState<Refusal | NotSent>();
  const earlier = useQuery(plansQuery({ unit, limit: 5 }));
  const above = useQuery(waitingQuery(unit));
  const keys = useRef(new Map<string, string>());
  const open = ({ body }: Answer<Made>) => void navigate(`/drafts/${body.id}`);

  const byHand = useCommand<undefined, Made>({
    form: `draft:${unit}`,
    send: (_, headers) =>
      answer(api.POST('/api/v1/plan/drafts', { params: { header: headers }, body: { unit, year: new Date().getFullYear() } })),
    onDone: open,
  });
  const copy = useCommand<string, Made>({
    form: `copy:${unit}`,
    send: (plan, headers) => answer(api.POST('/api/v1/plan/drafts/copies', { params: { header: headers }, body: { unit, plan } })),
    onDone: open,
  });

  const fromAbove = useCommand<string, Made>({
    form: `from-above:${unit}`,
    send: (plan, headers) => answer(api.POST('/api/v1/plan/drafts/from-above', { params: { header: headers }, body: { unit, plan } })),
    onDone: open,
  });

  /** The same file sent again, after an answer that was lost, is the same draft. */
  const keyOf = (file: File): string => {
    const name = `${file.name} ${file.size} ${file.lastModified}`;
    const key = keys.current.get(name) ?? crypto.randomUUID();
    keys.current.set(name, key);
    return key;
  };

  const send = async (file: File, onProgress: (share: number) => void, signal: AbortSignal) => {
    setRefusal(undefined);
    try {
      open(
        await upload<Made>(withQuery('/api/v1/plan/drafts/documents', { unit, name: file.name }), file, {
          headers: { 'Idempotency-Key': keyOf(file) },
          onProgress,
          signal,
        }),
      );
    } catch (thrown) {
      if (thrown instanceof Refusal || thrown instanceof NotSent) {
        setRefusal(thrown);
      } else {
        throw thrown;
      }
    }
  };

  return (
    <Dialog title={w.plans.begin} onClose={onClose}>
      <FormErrors refusal={refusal ?? byHand.refusal ?? copy.refusal ?? fromAbove.refusal} />
      <Uploader label={w.plans.file} endings={['.txt', '.docx', '.pdf']} send={send} />
      {above.data !== undefined && above.data.unanswered.length > 0 && (
        <div>
          <h3>{w.plans.aboveTitle}</h3>
          <ul className="sheet">
            {above.data.unanswered.map(plan => (
              <li key={plan.id}>
                <button type="button" disabled={fromAbove.state === 'sending'} onClick={() => void fromAbove.run(plan.id)}>
                  <span>
                    {w.plans.above(plan.documentNumber, plan.issuer.name)}
                    <span className="detail">{plan.title}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {earlier.data !== undefined && earlier.data.items.length > 0 && (
        <div>
          <h3>{w.plans.copyTitle}</h3>
          <ul className="sheet">
            {earlier.data.items.map(plan => (
              <li key={plan.id}>
                <button type="button" disabled={copy.state === 'sending'} onClick={() => void copy.run(plan.id)}>
                  <span>
                    {w.plans.copy(plan.documentNumber, day(plan.issueDate))}
                    <span className="detail">{plan.title}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <h3>{w.plans.handTitle}</h3>
        <Button loading={byHand.state === 'sending'} onClick={() => void byHand.run(undefined)}>
          {w.plans.hand}
        </Button>
      </div>
    </Dialog>
  );
}
