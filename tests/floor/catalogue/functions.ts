import type { Sql } from 'postgres';

/** Functions that the runtime role may call, as `name(argument type, ...)`, in order. */
export async function callable(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select p.oid::regprocedure::text as name from pg_proc p
    where p.pronamespace = 'accord'::regnamespace and has_function_privilege('accord_runtime', p.oid, 'execute')
      and p.prorettype <> 'trigger'::regtype
    order by 1`;
  return rows.map(({ name }) => name.replace(/^accord\./, ''));
}

/**
 * Who asks is taken from the signed context, never from an argument. A callable function with an argument that
 * names a person or an agency stands here with the reason why it is not the reader.
 */
export const NAMES_SOMEBODY: Record<string, string> = {
  assign: 'the colleague who is assigned; who assigns is the context’s',
  create_case: 'the young person who is new',
  end_sessions_of: 'an account after its password was checked; an anonymous context alone may call it',
  put_session: 'an account after its password was checked; an anonymous context alone may call it',
  put_wrap: 'the holder of a wrap, compared with what the context may share',
  last_erasure: 'an agency whose keys the node of the context holds; for the job that tends keys alone',
  holds_for: 'the owner of items, compared with whom the context is of',
  writes_for: 'the owner of items, compared with what the context writes for',
  keep_out: 'whom the young person of the context keeps out of their own case',
  let_back: 'whom the young person of the context lets back into their own case',
  record_basis: 'the recipient of what a law opens of the context’s own agency',
  ask_emergency: 'the recipient of what an emergency would open of the context’s own agency',
  put_on_call: 'the colleague who is put on call; who does it is the context’s',
  take_off_call: 'the colleague who is taken off; who does it is the context’s',
  name_post: 'the colleague who holds the new post; who names it is the context’s',
  hold_post: 'the colleague who holds a post from now on; who says so is the context’s',
  openings_by:
    'whose openings of the context’s own agency’s items are looked up, for who supervises the case',
  invite: 'whom the context’s own agency invites to its meeting; they come by their own word',
  say_speaker: 'who speaks for the young person of the context in a meeting about them',
  kept_from: 'the recipient of what the context’s own agency would share',
  may_tell: 'the owner of a line in the ledger of the context’s own case',
  is_tended: 'the holder of a wrap, compared with the agencies of the speaking node',
};

/** Callable functions with such an argument, or with a context of the caller's making. */
export async function namingSomebody(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string; args: string }[]>`
    select p.proname as name, pg_get_function_identity_arguments(p.oid) as args from pg_proc p
    where p.pronamespace = 'accord'::regnamespace and has_function_privilege('accord_runtime', p.oid, 'execute')`;
  const somebody =
    /\b(me|\w*(actor|reader|viewer|speaker|staff|agency|person|account|colleague|holder|owner|recipient)\w*)\s+uuid|actor_context/;
  return rows
    .filter(({ args }) => somebody.test(args))
    .map(({ name }) => name)
    .sort();
}
