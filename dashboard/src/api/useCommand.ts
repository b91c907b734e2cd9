import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { drop, keep, recall } from './device';
import { KEY } from './courier';
import { outbox } from './outbox';
import { NotSent, Refusal } from './problem';
import type { Answer } from './client';

const MOST_PATIENCE_S = 5;
const ATTEMPTS = 3;

export interface Command<I, R = unknown> {
  /** Names the filled form, as `report:<plan>/<n>`: its key outlives a reload, so that nothing is done twice. */
  form: string;
  /** Sends it; `headers` has the key and must go along. */
  send: (input: I, headers: { 'Idempotency-Key': string }) => Promise<Answer<R>>;
  /** What it does, for the list of what is not sent. With it, it may wait on the device. */
  what?: (input: I) => string;
  onDone?: (answer: Answer<R>, input: I) => void;
}

export type CommandState = 'ready' | 'sending' | 'waiting' | 'done';

export interface CommandHandle<I> {
  run: (input: I) => Promise<void>;
  /** `waiting`: it stands in the outbox; `done`: the server has taken it */
  state: CommandState;
  /** why it was not taken; 412 brings what stands in `current` */
  refusal: Refusal | NotSent | undefined;
  /** the person mends the form; the key stays, since a refusal has left nothing behind */
  forget: () => void;
}

const place = (form: string) => `key:${form}`;

function keyOf(form: string): string {
  const kept = recall<string>(place(form));
  if (kept !== undefined) {
    return kept;
  }
  const key = crypto.randomUUID();
  keep(place(form), key);
  return key;
}

function pause(seconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, seconds * 1000));
}

/**
 * A command of a form: one Idempotency-Key per filled form, kept over reloads and given up when the server has taken it. A
 * passing failure is tried again under the same key; what still does not get through may wait in the outbox.
 */
export function useCommand<I, R = unknown>(command: Command<I, R>): CommandHandle<I> {
  const client = useQueryClient();
  const latest = useRef(command);
  useEffect(() => {
    latest.current = command;
  });
  const running = useRef(false);
  const [state, setState] = useState<CommandState>('ready');
  const [refusal, setRefusal] = useState<Refusal | NotSent>();

  const run = useCallback(
    async (input: I) => {
      // a double click comes before the button is disabled
      if (running.current) {
        return;
      }
      running.current = true;
      setState('sending');
      setRefusal(undefined);
      const { form, send, what } = latest.current;
      const key = keyOf(form);
      try {
        const done = await persistently(() => send(input, { [KEY]: key }));
        drop(place(form));
        setState('done');
        await client.invalidateQueries();
        latest.current.onDone?.(done, input);
      } catch (thrown) {
        if (thrown instanceof NotSent && thrown.request !== undefined && what !== undefined) {
          await outbox.add(thrown.request, key, what(input));
          drop(place(form));
          setState('waiting');
        } else if (thrown instanceof Refusal || thrown instanceof NotSent) {
          if (thrown instanceof Refusal && thrown.code === 'idempotency-key-reused') {
            // what was sent before stands; another content is another command
            drop(place(form));
          }
          setRefusal(thrown);
          setState('ready');
        } else {
          setState('ready');
          throw thrown;
        }
      } finally {
        running.current = false;
      }
    },
    [client],
  );

  const forget = useCallback(() => {
    setRefusal(undefined);
    setState('ready');
  }, []);

  return { run, state, refusal, forget };
}

async function persistently<R>(send: () => Promise<Answer<R>>): Promise<Answer<R>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send();
    } catch (thrown) {
      if (attempt === ATTEMPTS || !(thrown instanceof Refusal) || !thrown.isPassing) {
        throw thrown;
      }
      await pause(Math.min(thrown.retryAfter ?? attempt, MOST_PATIENCE_S));
    }
  }
}
