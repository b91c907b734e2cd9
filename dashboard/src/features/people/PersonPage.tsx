import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useAsOf, useLink } from '../../app/asOf';
import { day } from '../../app/format';
import { useSession } from '../../app/session';
import { DataTable, type Column } from '../../components/DataTable';
import { EmptyState } from '../../components/EmptyState';
import { Fault } from '../../components/Fault';
import { PageHead } from '../../components/PageHead';
import type { Choice } from '../../components/Picker';
import { ReasonedButton } from '../../components/ReasonedButton';
import { Status } from '../../components/Status';
import { useWords } from '../../words';
import { CHANGING, ERASING, GENDERS, personQuery, type Person, type Post } from './people';
import { HoldDialog, LeaveDialog, WithdrawDialog } from './PostDialogs';
import { CorrectDialog, EraseDialog, MergeDialog } from './RecordDialogs';

interface Props {
  person: Person;
  etag: string | undefined;
  reason: string | undefined;
}

function Posts({ person, etag, reason }: Props) {
  const w = useWords();
  const p = w.people;
  const link = useLink();
  const [act, setAct] = useState<{ kind: 'hold' } | { kind: 'leave' | 'withdraw'; post: Post }>();
  const close = () => setAct(undefined);
  const state = (post: Post) =>
    post.heldIn ? (
      <Status family="ok" icon="tick">
        {p.heldNow}
      </Status>
    ) : (
      <Status family="idle" icon="ring">
        {p.notNow}
      </Status>
    );
  const place = (post: Post) => (
    <>
      {post.unit && <Link to={link(`/units/${post.unit.id}`)}>{post.unit.name}</Link>}
      {post.heldIn && post.unit && post.heldIn.id !== post.unit.id && <span className="detail">{p.heldIn(post.heldIn.name)}</span>}
    </>
  );
  const buttons = (post: Post) =>
    reason === undefined ? (
      <span className="actions">
        {(post.until ?? null) === null && (
          <Button aria-label={p.leaveTitle(post.title)} onClick={() => setAct({ kind: 'leave', post })}>
            {p.leave}
          </Button>
        )}
        <Button type="text" aria-label={p.withdrawTitle(post.title)} onClick={() => setAct({ kind: 'withdraw', post })}>
          {p.withdraw}
        </Button>
      </span>
    ) : null;
  const columns: readonly Column<Post>[] = [
    {
      key: 'title',
      head: p.post,
      main: true,
      width: 200,
      cell: post => (
        <>
          <strong>{post.title}</strong>
          <span className="detail">{p.postKinds[post.kind]}</span>
        </>
      ),
    },
    { key: 'unit', head: w.units.one, width: 170, cell: place },
    {
      key: 'held',
      head: p.held,
      date: true,
      cell: post => (
        <>
          {p.span(day(post.from), day(post.until))}
          <span className="detail">{state(post)}</span>
        </>
      ),
    },
    { key: 'act', head: p.leave, actions: true, cell: buttons },
  ];
  return (
    <section className="panel" aria-labelledby="posts">
      <div className="panel-head">
        <h2 id="posts">{p.posts}</h2>
        {reason === undefined && <Button onClick={() => setAct({ kind: 'hold' })}>{p.hold}</Button>}
      </div>
      <DataTable
        what={p.postRows}
        columns={columns}
        rows={person.posts}
        rowKey={post => post.id}
        query={{ isPending: false, error: null, refetch: () => undefined }}
        card={post => (
          <>
            <div className="card-top">{state(post)}</div>
            <strong>{post.title}</strong>
            <span className="detail">{place(post)}</span>
            <span className="detail date">{p.span(day(post.from), day(post.until))}</span>
            {buttons(post)}
          </>
        )}
        empty={<EmptyState kind="none" title={p.noPosts} detail={p.noPostsDetail} />}
      />
      {act?.kind === 'hold' && <HoldDialog person={person} etag={etag} onClose={close} />}
      {act?.kind === 'leave' && <LeaveDialog person={person} etag={etag} post={act.post} onClose={close} />}
      {act?.kind === 'withdraw' && <WithdrawDialog person={person} etag={etag} post={act.post} onClose={close} />}
    </section>
  );
}

function Facts({ person }: { person: Person }) {
  const w = useWords();
  const p = w.people;
  const link = useLink();
  const rows: [string, ReactNode][] = [
    [p.gender, GENDERS.filter(each => each === person.gender).map(each => p.genders[each]).join('') || p.unknown],
    [p.birthYear, person.birthYear ?? p.unknown],
    [p.citizenId, person.citizenIdKnown ? p.citizenKnown : p.citizenUnknown],
    [p.unit, person.unit ? <Link to={link(`/units/${person.unit.id}`)}>{person.unit.name}</Link> : p.unknown],
  ];
  return (
    <section className="panel panel-pad" aria-labelledby="facts">
      <h2 id="facts">{p.facts}</h2>
      <dl className="facts facts-narrow">
        {rows.map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Acts({ person, etag, reason }: Props) {
  const w = useWords();
  const p = w.people;
  const { manages } = useSession();
  const [act, setAct] = useState<'correct' | 'merge' | 'erase'>();
  const close = () => setAct(undefined);
  const dialog = { person, etag, onClose: close };
  const [same] = person.sameCitizen;
  const suggested: Choice | undefined = same === undefined ? undefined : { id: same.id, name: same.name ?? p.erased, detail: same.unit?.name };
  return (
    <section className="panel panel-pad" aria-labelledby="person-acts">
      <h2 id="person-acts">{p.correct}</h2>
      {reason !== undefined ? (
        <p className="reason">{reason}</p>
      ) : (
        <ul className="act-list">
          <li>
            <Button block onClick={() => setAct('correct')}>
              {p.correct}
            </Button>
          </li>
          <li>
            <Button block onClick={() => setAct('merge')}>
              {p.merge}
            </Button>
          </li>
          <li>
            <ReasonedButton block danger={manages(ERASING)} reason={manages(ERASING) ? undefined : p.eraseMayNot} onClick={() => setAct('erase')}>
              {p.erase}
            </ReasonedButton>
          </li>
        </ul>
      )}
      {act === 'correct' && <CorrectDialog {...dialog} />}
      {act === 'merge' && <MergeDialog {...dialog} suggested={suggested} />}
      {act === 'erase' && <EraseDialog {...dialog} />}
    </section>
  );
}

/** A person: what the record says, and the posts held. */
export function PersonPage() {
  const w = useWords();
  const p = w.people;
  const link = useLink();
  const { id = '' } = useParams();
  const [asOf] = useAsOf();
  const { manages } = useSession();
  const query = useQuery(personQuery(id, asOf));
  const crumbs = [{ to: '/people', text: p.title }];
  if (query.data === undefined) {
    return (
      <>
        <PageHead title={p.one} crumbs={crumbs} />
        {query.error === null ? (
          <div className="panel table-wait">{w.app.loading}</div>
        ) : (
          <Fault error={query.error} what={p.rows} onRetry={() => void query.refetch()} />
        )}
      </>
    );
  }
  const { body: person, etag } = query.data;
  const reason = person.erased
    ? p.erasedNote
    : person.joinedInto
      ? p.joined
      : !manages(CHANGING)
        ? p.mayNot
        : asOf !== undefined
          ? p.pastDay
          : undefined;
  return (
    <>
      <PageHead crumbs={crumbs} title={person.name ?? p.erased} lead={person.posts.filter(each => each.heldIn).map(each => each.title).join(', ') || p.noPosts} />
      {person.joinedInto && (
        <p className="note">
          {p.joined} <Link to={link(`/people/${person.joinedInto}`)}>{p.toJoined}</Link>
        </p>
      )}
      {person.sameCitizen.length > 0 && (
        <p className="note note-warn">
          {p.same(person.sameCitizen.length)}{' '}
          {person.sameCitizen.map((each, index) => (
            <span key={each.id}>
              {index > 0 && ', '}
              <Link to={link(`/people/${each.id}`)}>{each.name ?? p.erased}</Link>
            </span>
          ))}
        </p>
      )}
      <div className="columns">
        <Posts person={person} etag={etag} reason={reason} />
        <div>
          <Facts person={person} />
          <Acts person={person} etag={etag} reason={reason} />
        </div>
      </div>
    </>
  );
}
