import type { TObject, TSchema } from '@sinclair/typebox';
import type { OwnedKind } from '../../../application/access/within-scope.js';
import type { SignedIn } from '../../../application/operators/check-session.js';
import type { ConsoleErrorCode } from '../../../contracts/console/errors.js';

/**
 * Who may call a route: `anyone` before there is a session, `half-signed-in` whoever brings the token of a sign-in that is under way, `signed-in` everybody
 * who is, else whoever has the permission. There is no route without it (RBAC-01).
 */
export type Access = 'anyone' | 'half-signed-in' | 'signed-in' | { readonly permission: string };

/** A refusal in the console's own words; `message` replaces the usual one of its code. */
export interface Refusal { readonly refused: ConsoleErrorCode; readonly message?: string; readonly field?: string }
/** `token`: the new token of the browser; empty where it is to forget the one it has. `form`: what it is to hold until it is signed in. */
export interface Answer { readonly body: object; readonly token?: string; readonly form?: string }
/** Without `byteCount` it is written as it is made: a line that breaks is no whole file for the browser either. */
export interface FileAnswer { readonly file: { readonly fileName: string; readonly byteCount?: number; readonly bytes: AsyncIterable<Uint8Array> } }

export interface Call<Body> {
  readonly body: Body;
  readonly query: Readonly<Record<string, unknown>>;
  readonly params: Readonly<Record<string, string>>;
  /** What the browser's cookie holds. */
  readonly token: string | undefined;
  /** What the browser holds from a challenge before there is a session; empty where it holds nothing. */
  readonly form: string;
  readonly asker: { readonly address: string; readonly requestId: string };
}
/** Of whoever is signed in. */
export interface OwnCall<Body> extends Call<Body> { readonly who: SignedIn }

/** One thing that a call may be about: the field that says which, of the path where it reads and of the body where it changes something. `when`: only where that field of the same says this. */
export interface About { readonly kind: OwnedKind; readonly field: string; readonly when?: readonly [field: string, value: string] }

interface Facts {
  readonly name: string;
  readonly path: string;
  readonly summary: string;
  /** Entries of the requirement matrix that it serves. */
  readonly requirements?: readonly string[];
  /** What it answers where it does what was asked, for its description: nothing is checked against it but by tests. `file`: bytes to be saved. */
  readonly answer: TSchema | 'file';
  /** Refusals of its own, beside those that follow from its access and its form. */
  readonly refuses?: readonly ConsoleErrorCode[];
  /**
   * What it is about. An account that is limited to a region or an institution may make such a call for what belongs to its payees, and none that does not say what it is about (ISO-01, ISO-04). `own`: for nothing
   * but what the account itself brings, and nobody else gets at.
   */
  readonly about?: readonly About[] | 'own';
}
interface Reading extends Facts { readonly method: 'GET'; readonly body?: never; readonly file?: never }
interface Changing extends Facts { readonly method: 'POST'; readonly body: TObject; readonly file?: never }
/** A file as the whole body, of one of these media types and no longer than that; what it is called stands percent-encoded in the header `x-file-name`. */
export interface FileBody { readonly maxBytes: number; readonly mediaTypes: readonly string[] }
interface Sending extends Facts { readonly method: 'POST'; readonly body?: never; readonly file: FileBody }
type Asked = Reading | Changing | Sending;
type Handled = Promise<Answer | FileAnswer | Refusal>;

export type OpenRoute = Asked & { readonly access: 'anyone' | 'half-signed-in'; handle(call: Call<never>): Handled };
/** `stepUp`: the second factor must have been shown in the last minutes (AUTH-10). */
export type OwnRoute = Asked & { readonly access: 'signed-in' | { readonly permission: string }; readonly stepUp?: true; handle(call: OwnCall<never>): Handled };
export type ConsoleRoute = OpenRoute | OwnRoute;

export const refused = (code: ConsoleErrorCode, more: Omit<Refusal, 'refused'> = {}): Refusal => ({ refused: code, ...more });
