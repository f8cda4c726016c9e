// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.douyin.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sanban.api.matters.Guide;
import org.sanban.api.matters.Guide.Material;
import org.sanban.api.matters.Matter;

/**
 * A guide (办事指南) as somebody speaks it in a short video and writes it below. What the guide does not say is left out,
 * never guessed.
 *
 * @param title at most 30 characters
 * @param lines what is spoken, a sentence each
 * @param caption what stands below the video
 */
record Script(String title, List<String> lines, String caption) {
    private static final int TITLE = 30;

    static Script of(Matter matter) {
        Guide guide = matter.guide();
        List<String> lines = new ArrayList<>();
        if (matter.sample()) {
            lines.add("【示例】本指南来自“" + matter.source() + "”，仅作演示，不是本地的办事依据。");
        }
        lines.add("怎么办“" + matter.name() + "”？由" + matter.department() + "办理。");
        add(lines, "什么情况可以办：", guide.conditions());
        add(lines, "要带的材料：", guide.materials().stream().map(Script::material).toList());
        add(lines, "怎么办：", guide.process());
        if (guide.committedDays() != null) {
            lines.add(guide.immediate() ? "材料齐全当场办结。" : "承诺 " + guide.committedDays() + " 个工作日办结。");
        }
        if (guide.fee() != null) {
            lines.add("收费：" + guide.fee() + "。");
        }
        if (guide.supervisionPhone() != null) {
            lines.add("有问题请拨打监督电话 " + guide.supervisionPhone() + "。");
        }
        String title = (matter.sample() ? "【示例】" : "") + matter.name() + "怎么办";
        String caption = String.join("\n", lines) + "\n指南第 " + guide.version() + " 版，事项编码 " + matter.code();
        return new Script(cut(title), lines, caption);
    }

    private static void add(List<String> lines, String opening, List<String> what) {
        if (!what.isEmpty()) {
            lines.add(what.stream().collect(Collectors.joining("；", opening, "。")));
        }
    }

    private static String material(Material material) {
        return material.name() + (material.required() ? "" : "（视情况）");
    }

    private static String cut(String text) {
        if (text.length() <= TITLE) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(TITLE - 2)) ? TITLE - 2 : TITLE - 1;
        return text.substring(0, end) + "…";
    }
}
