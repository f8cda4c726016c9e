// SPDX-License-Identifier: Apache-2.0
package org.sanban.print.internal;

import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * A character as it is printed.
 *
 * @param codePoint what is printed
 * @param font the font that has it
 * @param width its width in that font, in em
 * @param lost the character it stands for because no font has that, 0 where it stands for itself
 */
record Glyph(int codePoint, PDFont font, float width, int lost) {}
