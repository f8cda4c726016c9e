// SPDX-License-Identifier: Apache-2.0
package org.sanban.workflows.internal;

/** A rectangle; x and y are its upper left corner. */
record Box(double x, double y, double width, double height) {
    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    boolean overlaps(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
}
