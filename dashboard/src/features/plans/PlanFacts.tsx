import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLink } from '../../app/asOf';
import { day } from '../../app/format';
import { useWords } from '../../words';
import { cited, type Plan } from './plans';

function Lines({ lines }: { lines: readonly ReactNode[] }) {
  const w = useWords();
  return lines.length === 0 ? <span className="small">{w.app.none}</span> : <ul>{lines.map((line, index) => <li key={index}>{line}</li>)}</ul>;
}

/** What stands in a plan beside its tasks. */
export function PlanFacts({ plan }: { plan: Plan }) {
  const w = useWords();
  const link = useLink();
  const { details } = plan;
  const p = w.plans;
  return (
    <section className="panel panel-pad" aria-label={p.content}>
      <h2>{details.title ?? p.untitled}</h2>
      <dl className="facts">
        <dt>{p.year}</dt>
        <dd>
          {details.year ?? w.app.none}
          {details.theme && <span className="detail">{details.theme}</span>}
        </dd>
        <dt>{p.effective}</dt>
        <dd>
          {day(plan.effective)}
          {plan.ended && <> · {p.endedOn(day(plan.ended))}</>}
        </dd>
        <dt>{p.implements}</dt>
        <dd>
          <Lines
            lines={details.implementsDocuments.map(each =>
              each.plan ? <Link to={link(`/plans/${each.plan}`)}>{cited(each, w)}</Link> : cited(each, w),
            )}
          />
        </dd>
        <dt>{p.bases}</dt>
        <dd>
          <Lines lines={details.legalBases.map(each => cited(each, w))} />
        </dd>
        {details.campaigns.length > 0 && (
          <>
            <dt>{p.campaigns}</dt>
            <dd>
              <Lines lines={details.campaigns} />
            </dd>
          </>
        )}
        {details.targets.length > 0 && (
          <>
            <dt>{p.targets}</dt>
            <dd>
              <Lines lines={details.targets.map(each => each.text)} />
            </dd>
          </>
        )}
        {details.reportDeadlines.length > 0 && (
          <>
            <dt>{p.reports}</dt>
            <dd>
              <Lines lines={details.reportDeadlines.map(each => `${each.text} (${day(each.due)})`)} />
            </dd>
          </>
        )}
        <dt>{p.recipients}</dt>
        <dd>
          <Lines lines={details.recipients} />
        </dd>
        <dt>{p.signatory}</dt>
        <dd>{[details.signatory?.position, details.signatory?.name].filter(Boolean).join(', ') || w.app.none}</dd>
      </dl>
    </section>
  );
}
