// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.test;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Applicant;
import org.sanban.api.identity.Channel;
import org.sanban.api.identity.Role;
import org.sanban.api.matters.Guide;
import org.sanban.api.matters.Guide.Material;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterType;
import org.sanban.api.registry.Site;

/** Made-up people, places and matters for tests. Numbers have right check digits and belong to nobody. */
public final class Samples {
    /** The county. */
    public static final String COUNTY = "610926000000";
    /** A town of it. */
    public static final String TOWN = "610926100000";
    /** The town's centre. */
    public static final Site SITE =
            new Site(TOWN + "-01", TOWN, Site.Kind.CENTRE, "示例镇便民服务中心", null, "0915-8400000", true);
    /** An identity card of which one original and one copy are wanted. */
    public static final Material CARD = new Material("card", "居民身份证", 1, 1, true, null);
    /** An application form of which one original is wanted. */
    public static final Material FORM = new Material("form", "申请表", 1, 0, true, null);

    private Samples() {}

    /** A person. */
    public static Applicant person() {
        return new Applicant(Applicant.Kind.PERSON, "张示例", "360426199101010071", "0915-8401234", null);
    }

    /** An organisation. */
    public static Applicant organization() {
        return new Applicant(Applicant.Kind.ORGANIZATION, "示例有限公司", "91110000600037341L", "0915-8405678", null);
    }

    /** A window clerk of the town. */
    public static Actor clerk() {
        return actor("clerk", Role.CLERK, TOWN);
    }

    /** A department officer of the county. */
    public static Actor officer() {
        return actor("officer", Role.OFFICER, COUNTY);
    }

    /** An administrator of the county. */
    public static Actor admin() {
        return actor("admin", Role.ADMIN, COUNTY);
    }

    private static Actor actor(String login, String role, String division) {
        return new Actor(login, login + "（示例）", Set.of(role), division, Channel.REST);
    }

    /**
     * A matter with its guide in force.
     *
     * @param code its code
     * @param days committed limit, 0 for an immediate one
     */
    public static Matter matter(String code, Integer days, Material... materials) {
        Guide guide = new Guide(
                1,
                Instant.parse("2026-01-01T00:00:00Z"),
                null,
                List.of("符合条件（示例）"),
                List.of("申请", "受理", "决定", "送达"),
                List.of(materials),
                20,
                days,
                List.of("示例依据"),
                "不收费",
                "示例证明",
                "0915-8400001",
                Set.of(4, 5, 6),
                Set.of());
        return new Matter(code, "示例事项" + code, "示例局", null, MatterType.PUBLIC_SERVICE, "示例", true, guide);
    }
}
