// What only a lesson's frame needs whose host adds something of its own.
export { showPublisher } from '../parts/publisher.js';
