// Draws ImGui's triangles through OpenGL ES 2 (WebGL 1): one program, one pair of buffers, one-channel textures.
//
// It owns the context: it saves and restores no state, which is most of what ImGui's stock renderer does.
#pragma once

struct ImDrawData;

namespace council {

/// Makes the program and the buffers in the current context, and forgets those of a lost one; false where the shaders
/// are refused.
bool start_renderer();

/// Draws one frame over a transparent ground; the viewport is the frame's whole size.
void render(const ImDrawData& frame);

}  // namespace council
