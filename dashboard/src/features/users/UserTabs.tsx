import { NavLink } from 'react-router';
import { useLink } from '../../app/asOf';
import { useWords } from '../../words';

/** The pages about who may do what. */
export function UserTabs() {
  const w = useWords();
  const link = useLink();
  return (
    <nav className="tabs" aria-label={w.users.title}>
      {[
        { to: '/users', text: w.users.accounts },
        { to: '/users/matrix', text: w.users.matrix },
        { to: '/users/clients', text: w.users.clients },
      ].map(each => (
        <NavLink key={each.to} to={link(each.to)} end className="tab">
          {each.text}
        </NavLink>
      ))}
    </nav>
  );
}
