import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLink } from '../app/asOf';

interface Props {
  title: ReactNode;
  /** one line of what and when */
  lead?: ReactNode;
  /** pages above this one */
  crumbs?: readonly { to: string; text: string }[];
  /** what can be done here; one of them filled */
  actions?: ReactNode;
}

/** Head of a page: where it stands, its name with the short rule of an official letter, what can be done. */
export function PageHead({ title, lead, crumbs, actions }: Props) {
  const link = useLink();
  return (
    <header className="page-head">
      <div className="page-head-text">
        {crumbs !== undefined && (
          <p className="crumbs small">
            {crumbs.map((each, index) => (
              <span key={each.to}>
                {index > 0 && ' / '}
                <Link to={link(each.to)}>{each.text}</Link>
              </span>
            ))}
          </p>
        )}
        <h1>{title}</h1>
        {lead !== undefined && <p className="lead">{lead}</p>}
      </div>
      {actions !== undefined && <div className="actions page-actions">{actions}</div>}
    </header>
  );
}
