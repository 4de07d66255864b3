export { hmacPads, type NodeIdentity } from './context.ts';
export {
  type Database,
  type DatabaseOptions,
  moveScope,
  openDatabase,
  type Reach,
  type Tx,
} from './database.ts';
export { type Listener, listen } from './listen.ts';
export { asOwner, type Catalogue, ensureTopicKey, registerNode, writeCatalogue } from './setup.ts';
