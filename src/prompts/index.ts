export { card, type CardOptions } from './card.js';
export { english } from './messages.js';
export { createPresenter, type Presenter } from './presenter.js';
