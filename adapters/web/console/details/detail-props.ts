import type { Row } from '../lists/list-types.js';

/** What a detail of its own is drawn from. */
export interface OwnDetailProps { readonly row: Row }
