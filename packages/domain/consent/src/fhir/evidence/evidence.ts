import type { Purpose } from '@accord/kernel';
import { type CategoryCode, isForbidden, SHAREABLE } from '../../contract/index.ts';
