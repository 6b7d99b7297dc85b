// What a teacher presents with; pupils never load it.
import { openPresenter } from '../parts/presenter.js';
import { drawCode, isReachable } from './scan.js';
import notes from './notes.css';
import wall from './present.css';

/**
 * @param {Parameters<typeof openPresenter>[0]} root
 * @param {Parameters<typeof openPresenter>[1]} store
 * @param {Omit<Parameters<typeof openPresenter>[2], 'styles' | 'codes'>} page
 */
export const present = (root, store, page) => openPresenter(root, store, { ...page, styles: { wall, notes }, codes: { drawCode, isReachable } });
