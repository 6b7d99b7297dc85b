// What canvas_video.c needs from the browser: the page's own canvas, handed over as Module.canvas.
mergeInto(LibraryManager.library, {
  canvas_create_context__deps: ['$GL'],
  canvas_create_context: function() {
    // Transparent, so that the page's ground shows through; ImGui smooths its own edges.
    var context = Module['canvas'].getContext('webgl', {
      'alpha': true, 'antialias': false, 'depth': false, 'stencil': false, 'premultipliedAlpha': true,
      'powerPreference': 'low-power'
    });
    if (!context) return 0;
    var handle = GL.registerContext(context, { majorVersion: 1, minorVersion: 0 });
    GL.makeContextCurrent(handle);
    return handle;
  },

  canvas_set_size: function(width, height) {
    // Setting either clears the canvas, even to the value it has.
    var canvas = Module['canvas'];
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
  },
});
