// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.wechat.internal;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.sanban.api.matters.Guide;
import org.sanban.api.matters.Guide.Material;
import org.sanban.api.matters.Matter;

/**
 * A guide (办事指南) as an article that people read on WeChat. What the guide does not say is named as not published, never
 * guessed.
 *
 * @param title at most 32 characters
 * @param digest what is shown below the title in lists
 * @param content HTML of a few plain elements, less than 20,000 characters for WeChat to take it
 */
record Article(String title, String digest, String content) {
    private static final int TITLE = 32;
    private static final int DIGEST = 100;
    /** WeChat's own limit for the content of an article. */
    static final int CONTENT = 20_000;

    static Article of(Matter matter) {
        Guide guide = matter.guide();
        StringBuilder html = new StringBuilder(2_000);
        if (matter.sample()) {
            paragraph(html, "【示例】本指南来自“" + matter.source() + "”，仅作演示，不是本地的办事依据。");
        }
        paragraph(html, "办理部门：" + matter.department());
        list(html, "办理条件", guide.conditions());
        list(html, "申请材料", guide.materials().stream().map(Article::material).toList());
        list(html, "办理流程", guide.process());
        list(html, "办理时限", limits(guide));
        list(html, "收费", guide.fee() == null ? List.of() : List.of(guide.fee()));
        list(html, "办理结果", guide.result() == null ? List.of() : List.of(guide.result()));
        list(html, "办理依据", guide.basis());
        list(html, "监督电话", guide.supervisionPhone() == null ? List.of() : List.of(guide.supervisionPhone()));
        if (!guide.missing().isEmpty()) {
            paragraph(html, "以下要素尚未公布：" + String.join("、", guide.missing()) + "。");
        }
        paragraph(html, "指南第 " + guide.version() + " 版，事项编码 " + matter.code() + "。");
        String title = (matter.sample() ? "【示例】" : "") + matter.name();
        return new Article(
                cut(title, TITLE), cut(matter.department() + "：" + matter.name() + "办事指南", DIGEST), html.toString());
    }

    private static List<String> limits(Guide guide) {
        String statutory = guide.statutoryDays() == null ? null : "法定时限 " + guide.statutoryDays() + " 个工作日";
        String committed = guide.committedDays() == null
                ? null
                : guide.immediate() ? "承诺时限：即办" : "承诺时限 " + guide.committedDays() + " 个工作日";
        return Stream.of(statutory, committed).filter(Objects::nonNull).toList();
    }

    private static String material(Material material) {
        StringBuilder line = new StringBuilder(material.name());
        if (material.originals() > 0) {
            line.append("，原件 ").append(material.originals()).append(" 份");
        }
        if (material.copies() > 0) {
            line.append("，复印件 ").append(material.copies()).append(" 份");
        }
        line.append(material.required() ? "（必交）" : "（视情况）");
        return material.note() == null ? line.toString() : line + "：" + material.note();
    }

    private static void list(StringBuilder html, String heading, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        html.append("<h3>").append(heading).append("</h3><ol>");
        lines.forEach(line -> html.append("<li>").append(escaped(line)).append("</li>"));
        html.append("</ol>");
    }

    private static void paragraph(StringBuilder html, String text) {
        html.append("<p>").append(escaped(text)).append("</p>");
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : Fields.cut(text, longest - 1) + "…";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
