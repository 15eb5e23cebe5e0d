/** The entry of `/watch`: the same shop, worked by a played visitor. */
import { pageMemory } from './memory.js';
import { openShop } from './openShop.js';
import { play } from './player.js';

const query = new URL(location.href).searchParams;
const inspecting = query.has('beforehand-inspector');
// From here on the address is the shop's, as it would be for the visitor.
history.replaceState(null, '', inspecting ? '/?beforehand-inspector' : '/');

const shop = await openShop(pageMemory());
await play(shop, query.get('play') ?? 'coupon');
