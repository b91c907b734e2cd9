import { BellOutlined, DownOutlined, QuestionCircleOutlined, SearchOutlined } from '@ant-design/icons';
import { useState, type SyntheticEvent } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { AsOf } from '../components/AsOf';
import { useWords } from '../words';
import { useAsOf, useLink } from './asOf';
import { Drop } from './Drop';
import { day, time } from './format';
import { notices, readNotices } from './notices';
import { PersonItems } from './PersonMenu';
import { useSession, useUnitName, type Post } from './session';
import { useStore } from './store';

function PostWords({ post }: { post: Post }) {
  const w = useWords();
  const name = useUnitName(post.unit);
  return (
    <span className="post">
      <strong>{name === '' ? '…' : name}</strong>
      <span className="small">{w.roles[post.role]}</span>
    </span>
  );
}

/** The unit and role in use; with several, a list to choose from. */
function PostSwitcher() {
  const w = useWords();
  const { post, posts, choosePost } = useSession();
  if (post === undefined) {
    return null;
  }
  if (posts.length === 1) {
    return (
      <div className="post-one">
        <PostWords post={post} />
      </div>
    );
  }
  return (
    <Drop
      className="post-drop"
      label={w.header.unit}
      face={
        <>
          <PostWords post={post} />
          <DownOutlined aria-hidden />
        </>
      }
    >
      {close => (
        <ul className="sheet">
          {posts.map(each => (
            <li key={`${each.role}@${each.unit}`}>
              <button
                type="button"
                aria-current={each === post}
                onClick={() => {
                  choosePost(each);
                  close();
                }}
              >
                <PostWords post={each} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </Drop>
  );
}

function Search() {
  const w = useWords();
  const link = useLink();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [text, setText] = useState(params.get('q') ?? '');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (text.trim() !== '') {
      void navigate(link(`/search?q=${encodeURIComponent(text.trim())}`));
    }
  };
  return (
    <form role="search" className="search" onSubmit={submit}>
      <SearchOutlined aria-hidden />
      <input
        id="search"
        type="search"
        value={text}
        aria-label={w.header.search}
        placeholder={w.header.search}
        onChange={event => setText(event.target.value)}
      />
      <kbd aria-hidden>/</kbd>
    </form>
  );
}

function AsOfDrop() {
  const w = useWords();
  const [asOf] = useAsOf();
  return (
    <Drop className="asof-drop" label={w.header.asOf} face={<span>{asOf === undefined ? w.app.today : day(asOf)}</span>}>
      {() => <AsOf />}
    </Drop>
  );
}

function Notices() {
  const w = useWords();
  const all = useStore(notices);
  const unread = all.filter(each => !each.read).length;
  return (
    <Drop
      className="bell"
      label={w.header.notices(unread)}
      onClose={readNotices}
      face={
        <>
          <BellOutlined aria-hidden />
          {unread > 0 && (
            <span className="badge" aria-hidden>
              {unread}
            </span>
          )}
        </>
      }
    >
      {close =>
        all.length === 0 ? (
          <p className="small">{w.header.noNotices}</p>
        ) : (
          <ul className="notices">
            {all.map(each => (
              <li key={each.id} className={`note-${each.kind}`}>
                {each.to === undefined ? (
                  each.text
                ) : (
                  <Link to={each.to} onClick={close}>
                    {each.text}
                  </Link>
                )}
                <span className="small"> {time(each.at)}</span>
              </li>
            ))}
          </ul>
        )
      }
    </Drop>
  );
}

/** The name by which a person is called is the last word of a Vietnamese name. */
function initial(name: string): string {
  return (name.trim().split(/\s+/).at(-1) ?? '').slice(0, 1).toUpperCase();
}

function Person() {
  const w = useWords();
  const { me } = useSession();
  const name = me.displayName;
  return (
    <Drop
      className="person"
      label={w.header.person(name)}
      face={
        <>
          <span className="avatar" aria-hidden>
            {initial(name)}
          </span>
          <span className="person-name">{name}</span>
        </>
      }
    >
      {close => <PersonItems onDone={close} />}
    </Drop>
  );
}

export function Header({ onHelp }: { onHelp: () => void }) {
  const w = useWords();
  const link = useLink();
  return (
    <header className="header" aria-label={w.header.label}>
      <Link to={link('/')} className="mark" aria-label={w.app.name}>
        <img src="/mark.svg" alt="" width={32} height={32} />
        <span>
          <strong>{w.app.name}</strong>
          <span className="small">{w.app.motto}</span>
        </span>
      </Link>
      <PostSwitcher />
      <Search />
      <span className="header-space" />
      <AsOfDrop />
      <Notices />
      <button type="button" className="header-button only-desktop" aria-label={w.header.help} title={w.header.help} onClick={onHelp}>
        <QuestionCircleOutlined aria-hidden />
      </button>
      <Person />
    </header>
  );
}
