// What only a frame needs whose host adds something of its own.
export { showPublisher } from '../parts/publisher.js';
