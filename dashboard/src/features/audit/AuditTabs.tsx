import { NavLink } from 'react-router';
import { useWords } from '../../words';

/** The pages of the audit log. */
export function AuditTabs() {
  const w = useWords();
  return (
    <nav className="tabs" aria-label={w.audit.title}>
      {[
        { to: '/audit', text: w.audit.accepted },
        { to: '/audit/refusals', text: w.audit.refused },
        { to: '/audit/verify', text: w.audit.verify },
      ].map(each => (
        <NavLink key={each.to} to={each.to} end className="tab">
          {each.text}
        </NavLink>
      ))}
    </nav>
  );
}
