/** The shop's entry. */
import { sessionMemory } from './memory.js';
import { openShop } from './openShop.js';

void openShop(sessionMemory());
