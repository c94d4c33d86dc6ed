// Long work goes on by itself; without a script its button does the same.
// SPDX-License-Identifier: GPL-3.0-or-later
document.getElementById("metodica-progress")?.requestSubmit();
