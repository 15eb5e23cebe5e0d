export { card, type CardOptions } from './card.js';
export { format } from './format.js';
export { english } from './messages.js';
export { createPresenter, type Presenter } from './presenter.js';
