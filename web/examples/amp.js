// The little of AMP that matters to a frame: it is made as high as it says.
const iframe = document.querySelector('iframe');
addEventListener('message', ({ source, data }) => {
  if (source === iframe.contentWindow && data?.sentinel === 'amp' && data.type === 'embed-size') iframe.height = data.height;
});
