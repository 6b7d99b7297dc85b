#include "renderer.h"

#include <GLES2/gl2.h>

#include <algorithm>
#include <cstddef>

#include "imgui.h"

namespace council {
namespace {

// The atlas holds coverage alone (ImTextureFormat_Alpha8). Colours leave premultiplied, as the page composites them.
constexpr const char* vertex_source =
    "uniform vec2 scale;"
    "attribute vec2 position;"
    "attribute vec2 texel;"
    "attribute vec4 tint;"
    "varying vec2 at;"
    "varying vec4 color;"
    "void main(){at=texel;color=vec4(tint.rgb*tint.a,tint.a);"
    "gl_Position=vec4(position*scale+vec2(-1.,1.),0.,1.);}";
constexpr const char* fragment_source =
    "precision mediump float;"
    "uniform sampler2D coverage;"
    "varying highp vec2 at;"
    "varying vec4 color;"
    "void main(){gl_FragColor=color*texture2D(coverage,at).a;}";

enum Attribute : GLuint { position, texel, tint };

struct Objects {
  GLint scale = -1;
};
Objects objects;

GLuint compile(GLenum kind, const char* source) {
  const GLuint shader = glCreateShader(kind);
  glShaderSource(shader, 1, &source, nullptr);
  glCompileShader(shader);
  return shader;
}

GLuint texture_of(ImTextureID id) { return static_cast<GLuint>(id); }

void update(ImTextureData& texture) {
  if (texture.Status == ImTextureStatus_WantCreate) {
    GLuint id = 0;
    glGenTextures(1, &id);
    glBindTexture(GL_TEXTURE_2D, id);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_ALPHA, texture.Width, texture.Height, 0, GL_ALPHA, GL_UNSIGNED_BYTE,
                 texture.GetPixels());
    texture.SetTexID(id);
    texture.SetStatus(ImTextureStatus_OK);
  } else if (texture.Status == ImTextureStatus_WantUpdates) {
    // Whole rows, because those lie together in memory: OpenGL ES 2 knows no row length.
    const ImTextureRect& rows = texture.UpdateRect;
    glBindTexture(GL_TEXTURE_2D, texture_of(texture.TexID));
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, rows.y, texture.Width, rows.h, GL_ALPHA, GL_UNSIGNED_BYTE,
                    texture.GetPixelsAt(0, rows.y));
    texture.SetStatus(ImTextureStatus_OK);
  } else if (texture.Status == ImTextureStatus_WantDestroy && texture.UnusedFrames > 0) {
    const GLuint id = texture_of(texture.TexID);
    glDeleteTextures(1, &id);
    texture.SetTexID(ImTextureID_Invalid);
    texture.SetStatus(ImTextureStatus_Destroyed);
  }
}

const void* offset(std::size_t bytes) { return reinterpret_cast<const void*>(bytes); }

}  // namespace

bool start_renderer() {
  // What a lost context held is gone; ImGui asks for its textures anew.
  for (ImTextureData* const texture : ImGui::GetPlatformIO().Textures) {
    if (texture->TexID == ImTextureID_Invalid) continue;
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }

  const GLuint program = glCreateProgram();
  glAttachShader(program, compile(GL_VERTEX_SHADER, vertex_source));
  glAttachShader(program, compile(GL_FRAGMENT_SHADER, fragment_source));
  glBindAttribLocation(program, position, "position");
  glBindAttribLocation(program, texel, "texel");
  glBindAttribLocation(program, tint, "tint");
  glLinkProgram(program);
  GLint linked = 0;
  glGetProgramiv(program, GL_LINK_STATUS, &linked);
  if (!linked) return false;
  glUseProgram(program);
  objects.scale = glGetUniformLocation(program, "scale");

  GLuint buffers[2] = {};
  glGenBuffers(2, buffers);
  glBindBuffer(GL_ARRAY_BUFFER, buffers[0]);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, buffers[1]);
  const auto attribute = [](Attribute index, GLint size, GLenum type, GLboolean normalized, std::size_t at) {
    glEnableVertexAttribArray(index);
    glVertexAttribPointer(index, size, type, normalized, sizeof(ImDrawVert), offset(at));
  };
  attribute(position, 2, GL_FLOAT, GL_FALSE, offsetof(ImDrawVert, pos));
  attribute(texel, 2, GL_FLOAT, GL_FALSE, offsetof(ImDrawVert, uv));
  attribute(tint, 4, GL_UNSIGNED_BYTE, GL_TRUE, offsetof(ImDrawVert, col));

  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glEnable(GL_BLEND);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  return true;
}

void render(const ImDrawData& frame) {
  if (frame.Textures)
    for (ImTextureData* const texture : *frame.Textures)
      if (texture->Status != ImTextureStatus_OK) update(*texture);

  const int width = static_cast<int>(frame.DisplaySize.x);
  const int height = static_cast<int>(frame.DisplaySize.y);
  glDisable(GL_SCISSOR_TEST);
  glViewport(0, 0, width, height);
  glClear(GL_COLOR_BUFFER_BIT);
  glEnable(GL_SCISSOR_TEST);
  glUniform2f(objects.scale, 2.0F / frame.DisplaySize.x, -2.0F / frame.DisplaySize.y);

  for (const ImDrawList* const list : frame.CmdLists) {
    glBufferData(GL_ARRAY_BUFFER, list->VtxBuffer.size_in_bytes(), list->VtxBuffer.Data, GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, list->IdxBuffer.size_in_bytes(), list->IdxBuffer.Data, GL_STREAM_DRAW);
    for (const ImDrawCmd& command : list->CmdBuffer) {
      const int left = std::max(0, static_cast<int>(command.ClipRect.x));
      const int top = std::max(0, static_cast<int>(command.ClipRect.y));
      const int right = std::min(width, static_cast<int>(command.ClipRect.z));
      const int bottom = std::min(height, static_cast<int>(command.ClipRect.w));
      if (right <= left || bottom <= top || command.UserCallback) continue;
      glScissor(left, height - bottom, right - left, bottom - top);
      glBindTexture(GL_TEXTURE_2D, texture_of(command.GetTexID()));
      glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), GL_UNSIGNED_SHORT,
                     offset(command.IdxOffset * sizeof(ImDrawIdx)));
    }
  }
}

}  // namespace council
