import { useState } from 'react';
import { Link } from 'react-router';
import { outbox } from '../api/outbox';
import { explain } from '../api/problem';
import { ConfirmDialog } from '../components/Dialog';
import { speak, useWords, words, type Language } from '../words';
import { day } from './format';
import { notify } from './notices';
import { chooseTheme, themeChoice, type ThemeChoice } from './preferences';
import { usePersonName, useSession, type Delegation } from './session';
import { useStore } from './store';

function tell(thrown: unknown): void {
  const { title, detail } = explain(thrown);
  notify('late', `${title}. ${detail}`);
}

function Choice<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onChange: (value: T) => void;
}) {
  return (
    <fieldset className="choice">
      <legend className="small">{label}</legend>
      {options.map(([option, text]) => (
        <label key={option}>
          <input type="radio" name={label} checked={value === option} onChange={() => onChange(option)} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}

function ActFor({ delegation }: { delegation: Delegation }) {
  const w = useWords();
  return (
    <span>
      {w.header.actFor(usePersonName(delegation.from))}
      <span className="detail">{w.plans.until(day(delegation.until))}</span>
    </span>
  );
}

/** What concerns the person: sessions, password, whom they act for, looks and language, sign-out. */
export function PersonItems({ onDone }: { onDone: () => void }) {
  const w = useWords();
  const { me, actFor, signOut } = useSession();
  const theme = useStore(themeChoice);
  const { language } = useStore(words);
  const unsent = useStore(outbox.items).length;
  const [asked, setAsked] = useState(false);

  const leave = () => {
    onDone();
    void signOut().catch(tell);
  };
  const act = (delegation: Delegation | undefined) => {
    onDone();
    void actFor(delegation?.id).catch(tell);
  };

  return (
    <div className="person-items">
      <ul className="sheet">
        {me.delegations
          .filter(each => each.id !== me.actingFor?.delegation)
          .map(each => (
            <li key={each.id}>
              <button type="button" onClick={() => act(each)}>
                <ActFor delegation={each} />
              </button>
            </li>
          ))}
        {me.actingFor && (
          <li>
            <button type="button" onClick={() => act(undefined)}>
              {w.header.actForSelf}
            </button>
          </li>
        )}
        <li>
          <Link to="/me/lent" onClick={onDone}>
            {w.users.myLent}
          </Link>
        </li>
        <li>
          <Link to="/me/sessions" onClick={onDone}>
            {w.header.sessions}
          </Link>
        </li>
        <li>
          <Link to="/me/password" onClick={onDone}>
            {w.header.password}
          </Link>
        </li>
      </ul>
      <Choice<ThemeChoice>
        label={w.header.theme}
        value={theme}
        onChange={chooseTheme}
        options={[
          ['auto', w.header.auto],
          ['light', w.header.light],
          ['dark', w.header.dark],
        ]}
      />
      <Choice<Language>
        label={w.header.language}
        value={language}
        onChange={next => void speak(next)}
        options={[
          ['vi', 'Tiếng Việt'],
          ['en', 'English'],
        ]}
      />
      <ul className="sheet">
        <li>
          <button type="button" onClick={() => (unsent > 0 ? setAsked(true) : leave())}>
            {w.header.signOut}
          </button>
        </li>
      </ul>
      {asked && (
        <ConfirmDialog
          danger
          title={w.outbox.signOutTitle}
          detail={w.outbox.signOutDetail(unsent)}
          action={w.outbox.signOutAnyway}
          onConfirm={leave}
          onClose={() => setAsked(false)}
        />
      )}
    </div>
  );
}
