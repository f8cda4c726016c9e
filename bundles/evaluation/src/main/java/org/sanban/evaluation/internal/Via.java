// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import org.sanban.api.problem.Text;

/** By which way a rating was given (评价渠道, GB/T 39046-2020 table 9). */
public enum Via {
    PC("PC端", "computer"),
    MOBILE("移动服务端", "mobile application"),
    QR("二维码", "QR code"),
    TABLET("政务大厅平板电脑", "tablet in the hall"),
    TERMINAL("政务大厅其他终端", "other terminal in the hall"),
    PHONE("电话", "telephone"),
    SMS("短信", "text message");

    private final Text label;

    Via(String zh, String en) {
        this.label = new Text(zh, en);
    }

    /** What people read. */
    public Text label() {
        return label;
    }
}
