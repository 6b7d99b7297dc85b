// What ImGui's core calls in imgui_tables.cpp, which is left out: there is no table and no column here to end, collect
// or save, and it would be a tenth of the module.
#include <imgui.h>
#include <imgui_internal.h>

void ImGui::EndTable() {}
void ImGui::EndColumns() {}
void ImGui::TableEndRow(ImGuiTable* /*table*/) {}
void ImGui::TablePushColumnChannel(int /*column*/) {}
void ImGui::TablePopColumnChannel() {}
void ImGui::TablePushBackgroundChannel() {}
void ImGui::TablePopBackgroundChannel() {}
void ImGui::TableEndCell(ImGuiTable* /*table*/) {}
void ImGui::PushColumnsBackground() {}
void ImGui::PopColumnsBackground() {}
void ImGui::TableGcCompactSettings() {}
void ImGui::TableGcCompactTransientBuffers(ImGuiTable* /*table*/) {}
void ImGui::TableGcCompactTransientBuffers(ImGuiTableTempData* /*data*/) {}
void ImGui::TableSettingsAddSettingsHandler() {}
