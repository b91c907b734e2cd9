import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { api, plain, read } from '../api/client';
import { clearDevice, drop, keep, recall, setOwner } from '../api/device';
import { outbox } from '../api/outbox';
import { leaveFor } from './leave';

export type Role =
  | 'OFFICER'
  | 'LEADER'
  | 'STANDING_OFFICE'
  | 'FINANCE'
  | 'ADMIN'
  | 'AUDITOR'
  | 'VILLAGE_HEAD'
  | 'API_CLIENT';

/** A role for a unit and all below it. */
export interface Post {
  role: Role;
  unit: string;
  /** last day it holds */
  until?: string | null;
}

export interface Delegation {
  id: string;
  /** id of the person whose roles they are */
  from: string;
  posts: Post[];
  until: string;
}

/** Whoever is signed in, as the gateway tells it. */
export interface Me {
  account: string;
  name: string;
  person?: string | null;
  displayName: string;
  /** those of the person acted for while a delegation is used */
  posts: Post[];
  actingFor?: { delegation: string; person?: string | null } | null;
  delegations: Delegation[];
  /** `operations`: whoever runs the installation, for every unit */
  scopes?: string[];
  mustChangePassword: boolean;
}

export interface Session {
  me: Me;
  /** roles held now; those of a delegation while it is used */
  posts: readonly Post[];
  /** the one chosen in the header; undefined for an account without any */
  post: Post | undefined;
  choosePost: (post: Post) => void;
  /** Holds one of the roles, anywhere or for the unit named (itself, not what lies above it). */
  may: (roles: readonly Role[], unit?: string) => boolean;
  /** Runs the installation, for every unit; holds no role in any. */
  operates: boolean;
  /** As `may`; whoever runs the installation does what administrators do. */
  manages: (roles: readonly Role[]) => boolean;
  actFor: (delegation: string | undefined) => Promise<void>;
  signOut: () => Promise<void>;
}

const SessionContext = createContext<Session | undefined>(undefined);

export const meQuery = {
  queryKey: ['me'],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Me> => {
    const me = (await plain<Me>('GET', '/api/v1/access/me', { signal })).body;
    setOwner(me.account);
    return me;
  },
  staleTime: 60_000,
};

const samePost = (a: Post, b: Post) => a.role === b.role && a.unit === b.unit;

/** Knows who is signed in. What it surrounds is shown once that is known. */
export function SessionProvider({ me, children }: { me: Me; children: ReactNode }) {
  const client = useQueryClient();
  const { posts } = me;
  const [chosen, setChosen] = useState<Post | undefined>(() => recall<Post>('post'));
  const post = posts.find(each => chosen !== undefined && samePost(each, chosen)) ?? posts[0];

  const choosePost = useCallback((next: Post) => {
    keep('post', next);
    setChosen(next);
  }, []);

  const actFor = useCallback(
    async (delegation: string | undefined) => {
      if (delegation === undefined) {
        await plain('DELETE', '/api/v1/access/me/acting-for');
      } else {
        await plain('PUT', '/api/v1/access/me/acting-for', { body: { delegation } });
      }
      drop('post');
      setChosen(undefined);
      await client.invalidateQueries();
    },
    [client],
  );

  const signOut = useCallback(async () => {
    await plain('POST', '/logout');
    await outbox.clear();
    clearDevice();
    client.clear();
    leaveFor.address('/login');
  }, [client]);

  const session = useMemo<Session>(() => {
    const may: Session['may'] = (roles, unit) =>
      posts.some(each => roles.includes(each.role) && (unit === undefined || each.unit === unit));
    const operates = me.scopes?.includes('operations') === true && (me.actingFor ?? null) === null;
    return {
      me,
      posts,
      post,
      choosePost,
      may,
      operates,
      manages: roles => may(roles) || (operates && roles.includes('ADMIN')),
      actFor,
      signOut,
    };
  }, [me, posts, post, choosePost, actFor, signOut]);
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) {
    throw new Error('outside of SessionProvider');
  }
  return session;
}

export function useMe() {
  return useQuery(meQuery);
}

/** The name of a person; nothing until it is known, or where it may not be seen. */
export function usePersonName(person: string | null | undefined): string {
  const { data } = useQuery({
    queryKey: ['organization', 'person', person],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/organization/people/{id}', { params: { path: { id: person ?? '' } }, signal })),
    enabled: person !== undefined && person !== null,
    staleTime: 10 * 60_000,
    retry: false,
  });
  return data?.name ?? '';
}

/** The name of a unit on a day; its id until it is known. */
export function useUnitName(unit: string | undefined): string {
  const { data } = useQuery({
    queryKey: ['organization', 'unit', unit],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/organization/units/{id}', { params: { path: { id: unit ?? '' } }, signal })),
    enabled: unit !== undefined,
    staleTime: 10 * 60_000,
  });
  return data?.name ?? '';
}

