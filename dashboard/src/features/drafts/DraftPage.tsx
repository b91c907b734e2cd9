import { DownloadOutlined, UndoOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Link, useParams } from 'react-router';
import { saveFile } from '../../api/client';
import { explain, Refusal } from '../../api/problem';
import { moment, time, unbroken } from '../../app/format';
import { notify } from '../../app/notices';
import { useSession } from '../../app/session';
import { useShortcut } from '../../app/shortcuts';
import { ConfirmDialog } from '../../components/Dialog';
import { EmptyState } from '../../components/EmptyState';
import { Fault } from '../../components/Fault';
import { FormErrors } from '../../components/Fields';
import { PageHead } from '../../components/PageHead';
import { ReasonedButton } from '../../components/ReasonedButton';
import { useWords } from '../../words';
import { DraftConflict, IssueDialog } from './Dialogs';
import './drafts.css';
import { draftQuery, EDITING, ISSUING, nameOf, type Details, type Whole } from './drafts';
import { confirm, faultsOf } from './edits';
import { NoteList } from './NoteList';
import { byItem, itemName, notesOf } from './notes';
import { controlOf } from './places';
import { SourcePane, type Reveal } from './SourcePane';
import { marksOf, numberOf, type Item, type Place } from './sources';
import { useDraft } from './useDraft';
import { confirmItem, tabOf, ValuesPane, type Tab } from './ValuesPane';
import { countOf, lacksOf, waitingItems, type Standing } from './working';

function Desk({ whole, onGone }: { whole: Whole; onGone: () => void }) {
  const w = useWords();
  const d = w.drafts;
  const { may } = useSession();
  const desk = useDraft(whole, onGone);
  const { view, act, server } = desk;
  const readOnly = !may(EDITING);
  const text = whole.proposal?.text ?? '';
  const hasText = whole.proposal !== null && whole.proposal !== undefined;
  const marks = useMemo(() => marksOf(whole.proposal?.sources ?? {}, text.length), [whole.proposal, text]);
  const notes = useMemo(() => notesOf(whole, marks), [whole, marks]);
  const noteMap = useMemo(() => byItem(notes), [notes]);
  const lacks = useMemo(() => lacksOf(view), [view]);
  const waiting = useMemo(() => waitingItems(view), [view]);
  const count = countOf([...Object.values(view.fields), ...view.tasks]);
  const page = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<Place>();
  const [tab, setTab] = useState<Tab>('general');
  const [side, setSide] = useState<'text' | 'values'>('values');
  const [reveal, setReveal] = useState<Reveal>();
  const [focus, setFocus] = useState<{ place: Place }>();
  const [dialog, setDialog] = useState<'issue' | 'discard'>();
  const [tried, setTried] = useState(false);
  const focused = useRef<{ place: Place }>(undefined);

  useEffect(() => {
    if (focus === undefined || focused.current === focus || page.current === null) {
      return;
    }
    focused.current = focus;
    const control = controlOf(page.current, focus.place);
    control?.focus({ preventScroll: true });
    control?.scrollIntoView({ block: 'nearest' });
  }, [focus, tab]);

  /** The keyboard stands in a value: its words come into view. */
  const onAt = useCallback((place: Place) => {
    setAt(before => (before?.item === place.item && before.part === place.part ? before : place));
    setReveal({ place, focus: false });
  }, []);
  const go = useCallback((place: Place) => {
    setAt(place);
    setTab(tabOf(place.item));
    setSide('values');
    setReveal({ place, focus: false });
    setFocus({ place });
  }, [setTab, setSide]);
  const onMove = useCallback((place: Place) => {
    setAt(place);
    setReveal({ place, focus: true });
  }, []);
  const show = () => {
    setSide('text');
    if (at !== undefined) {
      setReveal({ place: at, focus: true });
    }
  };

  const nextAfter = (item: Item | undefined, left: readonly Item[]): Item | undefined => {
    const all: string[] = [...Object.keys(view.fields), ...view.tasks.map(each => each.item)];
    const from = item === undefined ? -1 : all.indexOf(item);
    return left.find(each => all.indexOf(each) > from) ?? left[0];
  };
  const goNext = () => {
    const next = nextAfter(at?.item, waiting.filter(each => each !== at?.item || waiting.length === 1));
    if (next !== undefined) {
      go({ item: next, part: numberOf(next) === undefined ? '' : 'text' });
    } else if (lacks[0] !== undefined) {
      goLack(lacks[0]);
    }
  };
  const goLack = (lack: (typeof lacks)[number]) => (lack.item === 'tasks' ? setTab('tasks') : go({ item: lack.item, part: lack.part }));
  const confirmAndNext = (item: Item) => {
    confirmItem(desk, item);
    const next = nextAfter(item, waiting.filter(each => each !== item));
    if (next !== undefined && tabOf(next) === tabOf(item)) {
      go({ item: next, part: numberOf(next) === undefined ? '' : 'text' });
    }
  };
  const save = () => {
    setTried(true);
    if (faults.length === 0) {
      desk.saveNow();
    }
  };

  useShortcut('n', goNext);
  useShortcut('u', () => desk.undo?.(), !readOnly);
  /** A dialog has keys of its own. */
  const alone = (act: () => void) => () => {
    if (document.querySelector('dialog[open]') === null) {
      act();
    }
  };
  useShortcut('Ctrl+s', alone(save), !readOnly);
  useShortcut('Ctrl+Enter', alone(() => at !== undefined && confirmAndNext(at.item)), !readOnly);
  const swap = (event: KeyboardEvent) => {
    if (event.key === 'F2' && at !== undefined) {
      event.preventDefault();
      if ((event.target as HTMLElement).closest('.source') === null) {
        show();
      } else {
        go(at);
      }
    }
  };

  const standings = useMemo(
    () => new Map<string, Standing>([...Object.values(view.fields).map(each => [each.name, each.standing] as const), ...view.tasks.map(each => [each.item, each.standing] as const)]),
    [view],
  );
  const standingOf = useCallback((item: Item): Standing => standings.get(item) ?? 'empty', [standings]);

  const faults = faultsOf(desk.working, view);
  const number = (view.fields.documentNumber.value as string | null | undefined) ?? '';
  const lackWords = lacks.map(each => (each.item === 'signatory' ? d.signer[each.part === 'name' ? 'name' : 'position'] : each.item === 'tasks' ? w.plans.tasks : itemName(each.item, view, w)));
  const blocked =
    waiting.length > 0 || lacks.length > 0 ? (
      <>
        {waiting.length > 0 && d.waitingLeft(waiting.length)}
        {waiting.length > 0 && lacks.length > 0 && ' '}
        {lacks.length > 0 && d.lacking(lackWords.join(', '))}
      </>
    ) : undefined;
  const issueReason = !may(ISSUING) ? d.mayNotIssue : blocked === undefined ? undefined : d.seeAbove;
  const original = () =>
    saveFile(`/api/v1/plan/drafts/${whole.content.id}/document`).catch((thrown: unknown) => {
      const told = explain(thrown);
      notify('late', `${told.title}. ${told.detail}`);
    });
  const title = unbroken(number);
  const conflictShown = desk.isConflict;

  return (
    <div className="draft" ref={page} onKeyDown={swap}>
      <PageHead
        crumbs={[
          { to: '/plans', text: w.plans.title },
          { to: '/drafts', text: d.title },
        ]}
        title={hasText ? d.check(title) : d.compose(title)}
        lead={
          <>
            {whole.content.unit.name} · {d.begunAs[whole.content.kind]}
            {whole.content.plan && (
              <>
                {' '}
                · <Link to={`/plans/${whole.content.plan}`}>{d.origin[whole.content.kind === 'COPY' ? 'COPY' : 'ABOVE']}</Link>
              </>
            )}{' '}
            ·{' '}
            <span role="status">
              {desk.dirty ? (desk.savedAt === undefined ? d.unsaved : d.kept(time(desk.savedAt))) : d.savedAt(moment(whole.content.changedAt))}
            </span>
          </>
        }
        actions={
          readOnly ? (
            <p className="note">{d.readOnly}</p>
          ) : (
            <>
              {desk.undo !== undefined && (
                <Button icon={<UndoOutlined aria-hidden />} onClick={desk.undo}>
                  {d.undo}
                </Button>
              )}
              {desk.dirty && (
                <Button loading={desk.save.state === 'sending'} onClick={save}>
                  {d.save}
                </Button>
              )}
              <Button type="text" danger onClick={() => setDialog('discard')}>
                {d.discard}
              </Button>
              <ReasonedButton type="primary" reason={issueReason} onClick={() => setDialog('issue')}>
                {d.issue}
              </ReasonedButton>
            </>
          )
        }
      />
      <FormErrors
        refusal={dialog !== undefined || (desk.conflicts.length > 0 && desk.save.refusal instanceof Refusal && desk.save.refusal.status === 412) ? undefined : desk.save.refusal}
        own={tried ? faults.map(each => `${itemName(each.item, view, w)}: ${d.faults[each.code]}`) : []}
      />
      {desk.restored && desk.dirty && (
        <p className="note">
          {w.form.restored}{' '}
          <Button size="small" onClick={desk.startOver}>
            {d.startOver}
          </Button>
        </p>
      )}
      <section className="panel draft-progress" aria-label={hasText ? d.progress(count.decided, count.all) : d.readiness}>
        {hasText && (
          <div className="draft-bar">
            <strong>{d.progress(count.decided, count.all)}</strong>
            <span className="percent-rail" aria-hidden>
              <span className="percent-fill bar-ok" style={{ width: `${count.all === 0 ? 0 : Math.round((100 * count.decided) / count.all)}%` }} />
            </span>
          </div>
        )}
        <p className="draft-left">
          {blocked === undefined ? (
            d.ready
          ) : (
            <>
              <strong>{d.notYet}</strong> {blocked}{' '}
              {waiting.length > 0 ? (
                <>
                  <button type="button" className="link" onClick={goNext}>
                    {d.next}
                  </button>{' '}
                  <kbd className="only-desktop">N</kbd>
                </>
              ) : (
                lacks[0] !== undefined && (
                  <button type="button" className="link" onClick={() => lacks[0] !== undefined && goLack(lacks[0])}>
                    {d.fill}
                  </button>
                )
              )}
            </>
          )}
        </p>
        {!readOnly && waiting.length > 0 && (
          <Button onClick={() => act(before => confirm(before, whole, server, waiting))}>{d.confirmAll(waiting.length)}</Button>
        )}
      </section>
      <NoteList notes={notes} nameOf={item => itemName(item, view, w)} onGo={go} />
      {hasText && (
        <nav className="tabs only-phone draft-sides" aria-label={d.sides}>
          <button type="button" aria-current={side === 'text'} onClick={show}>
            {d.text}
          </button>
          <button type="button" aria-current={side === 'values'} onClick={() => (at === undefined ? setSide('values') : go(at))}>
            {d.values}
          </button>
        </nav>
      )}
      <div className={hasText ? `panes shows-${side}` : 'panes is-alone'}>
        {hasText && (
          <section className="panel pane pane-text" aria-label={d.text}>
            <header className="pane-head">
              <h2>{d.text}</h2>
              <span className="legend-marks">
                <mark className="mark-read">{d.standing.waiting}</mark> <mark className="mark-confirmed">{d.standing.confirmed}</mark>{' '}
                <mark className="mark-corrected">{d.standing.corrected}</mark> <mark className="mark-read is-selected">{d.selected}</mark>
              </span>
              <Button icon={<DownloadOutlined aria-hidden />} onClick={() => void original()}>
                {d.original}
              </Button>
            </header>
            <SourcePane text={text} marks={marks} standingOf={standingOf} at={at} reveal={reveal} onSelect={go} onMove={onMove} />
          </section>
        )}
        <section className="panel pane pane-values" aria-label={d.values}>
          <ValuesPane
            desk={desk}
            readOnly={readOnly}
            tab={tab}
            onTab={setTab}
            at={at}
            notes={noteMap}
            onAt={onAt}
            onGo={go}
            onConfirm={confirmAndNext}
            onShow={show}
          />
        </section>
      </div>
      {hasText && <p className="small only-desktop draft-keys">{d.keys}</p>}
      {conflictShown && <DraftConflict desk={desk} />}
      {dialog === 'issue' && !conflictShown && <IssueDialog desk={desk} notes={notes.length} onClose={() => setDialog(undefined)} />}
      {dialog === 'discard' && (
        <ConfirmDialog
          danger
          title={d.discardTitle(nameOf(view.fields.title.value === null ? {} : { documentNumber: number, title: view.fields.title.value as Details['title'] }))}
          detail={d.discardDetail}
          action={d.discard}
          busy={desk.discard.state === 'sending'}
          onConfirm={() => void desk.discard.run(undefined)}
          onClose={() => setDialog(undefined)}
        >
          <FormErrors refusal={desk.discard.refusal} />
        </ConfirmDialog>
      )}
    </div>
  );
}

/** A draft: what was read beside its form; or the form alone, where there is no document. */
export function DraftPage() {
  const w = useWords();
  const { id = '' } = useParams();
  const [gone, setGone] = useState(false);
  const query = useQuery({ ...draftQuery(id), enabled: !gone });
  if (query.data !== undefined) {
    return <Desk key={id} whole={query.data.body} onGone={() => setGone(true)} />;
  }
  const crumbs = [
    { to: '/plans', text: w.plans.title },
    { to: '/drafts', text: w.drafts.title },
  ];
  return (
    <>
      <PageHead title={w.drafts.one} crumbs={crumbs} />
      {query.error === null ? (
        <div className="panel table-wait">{w.app.loading}</div>
      ) : query.error instanceof Refusal && query.error.status === 404 ? (
        <EmptyState kind="none" title={w.drafts.notThere} detail={w.drafts.notThereDetail}>
          <Link to={`/plans/${id}`}>{w.drafts.toPlan}</Link>
          <Link to="/drafts">{w.drafts.toList}</Link>
        </EmptyState>
      ) : (
        <Fault error={query.error} what={w.drafts.one} onRetry={() => void query.refetch()} />
      )}
    </>
  );
}

