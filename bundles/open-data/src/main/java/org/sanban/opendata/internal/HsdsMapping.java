// SPDX-License-Identifier: Apache-2.0
package org.sanban.opendata.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sanban.api.matters.Guide;
import org.sanban.api.matters.Matter;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Site;
import org.sanban.opendata.internal.Snapshot.Department;
import org.sanban.opendata.internal.Snapshot.Listed;
import org.sanban.opendata.internal.Snapshot.Offer;

/**
 * How our elements stand in HSDS 3.0, in Chinese as they are published. What we do not know is left out.
 *
 * <table>
 * <caption>Elements</caption>
 * <tr><td>事项</td><td>service, its code the attribute {@code code}</td></tr>
 * <tr><td>事项类型</td><td>description, and the attribute {@code type} with a term of GB/T 39046-2020 A.1</td></tr>
 * <tr><td>办理条件</td><td>eligibility_description</td></tr>
 * <tr><td>办理流程</td><td>application_process</td></tr>
 * <tr><td>申请材料</td><td>required_documents</td></tr>
 * <tr><td>法定时限、承诺时限</td><td>wait_time</td></tr>
 * <tr><td>办理依据</td><td>attributes {@code basis}</td></tr>
 * <tr><td>收费</td><td>fees_description</td></tr>
 * <tr><td>办理结果</td><td>description</td></tr>
 * <tr><td>监督电话</td><td>phones</td></tr>
 * <tr><td>实施部门</td><td>organization, 统一社会信用代码 its identifier</td></tr>
 * <tr><td>大厅、中心、站、流动代办点</td><td>organization with one location; service_at_location for what is offered there</td></tr>
 * <tr><td>示例</td><td>alert of a service, description of a place</td></tr>
 * </table>
 *
 * <p>A postal address is complete in HSDS or is none: without configured city, province and postal code the address we
 * know is the location's description.
 */
final class HsdsMapping {
    private static final Texts TEXTS = Texts.of(HsdsMapping.class);
    private static final String TAXONOMY = "GB/T 39046-2020 A.1";

    private final Directory directory;
    private final OpenDataSettings settings;
    private final String base;

    /** @param base the platform's address */
    HsdsMapping(Directory directory, OpenDataSettings settings, String base) {
        this.directory = directory;
        this.settings = settings;
        this.base = base;
    }

    /** A service without its lists. */
    Hsds.Service line(Listed listed, Matter matter) {
        return service(listed, matter, null, null, null, null, null);
    }

    /** A service with all that belongs to it. */
    Hsds.Service whole(Listed listed, Matter matter, Department department, List<Offer> offering) {
        return service(
                listed,
                matter,
                organization(department),
                phones(listed, matter.guide()),
                documents(listed, matter.guide()),
                offering.stream().map(offer -> place(listed, offer)).toList(),
                attributes(listed, matter));
    }

    private Hsds.Service service(
            Listed listed,
            Matter matter,
            Hsds.Organization organization,
            List<Hsds.Phone> phones,
            List<Hsds.Document> documents,
            List<Hsds.ServiceAtLocation> places,
            List<Hsds.Attribute> attributes) {
        Guide guide = matter.guide();
        return new Hsds.Service(
                listed.id(),
                listed.department(),
                matter.name(),
                description(matter),
                base + "/api/v1/matters/" + matter.code(),
                guide.withdrawn() == null ? "active" : "inactive",
                numbered(guide.process()),
                guide.fee(),
                Days.told(guide),
                numbered(guide.conditions()),
                matter.sample() ? say("sample", matter.source()) : null,
                guide.published(),
                organization,
                phones,
                documents,
                places,
                attributes);
    }

    /** What a matter is, in the words of its own elements. */
    static String description(Matter matter) {
        String told = say("service", matter.type().label().zh(), matter.department());
        String result = matter.guide().result();
        return result == null ? told : told + say("service.result", result);
    }

    Hsds.Organization organization(Department department) {
        return department(department, null);
    }

    /** A department with its services. */
    Hsds.Organization whole(Department department, List<Hsds.Service> services) {
        return department(department, services);
    }

    private static Hsds.Organization department(Department department, List<Hsds.Service> services) {
        String code = department.creditCode();
        List<Hsds.Identifier> known = services == null || code == null
                ? null
                : List.of(new Hsds.Identifier(Ids.of("identifier", code), department.id(), say("credit-code"), code));
        return new Hsds.Organization(
                department.id(),
                department.name(),
                say("department", department.services()),
                null,
                null,
                known,
                services);
    }

    /** A site as an institution, without its place. */
    Hsds.Organization organization(Offer offer) {
        return new Hsds.Organization(offer.id(), offer.site().name(), served(offer.site()), null, null, null, null);
    }

    /** A site with its place and what is offered there. */
    Hsds.Organization whole(Offer offer, List<Hsds.Service> services) {
        return new Hsds.Organization(
                offer.id(),
                offer.site().name(),
                served(offer.site()),
                phone(offer.site()),
                List.of(location(offer)),
                null,
                services);
    }

    /** A service in brief, as an organisation lists it. */
    static Hsds.Service brief(Listed listed) {
        return new Hsds.Service(
                listed.id(),
                listed.department(),
                listed.name(),
                null,
                null,
                "active",
                null,
                null,
                null,
                null,
                null,
                listed.published(),
                null,
                null,
                null,
                null,
                null);
    }

    /** Where a service is offered, as the service lists it. */
    private Hsds.ServiceAtLocation place(Listed listed, Offer offer) {
        UUID id = Ids.offer(listed.id(), offer.id());
        return new Hsds.ServiceAtLocation(id, listed.id(), locationId(offer), null, location(offer), null);
    }

    /** A service at a place, with both; the lists of the place only where the whole is asked for. */
    Hsds.ServiceAtLocation pair(Snapshot.Pair pair, Hsds.Service service, boolean whole) {
        Hsds.Location location = location(pair.offer());
        return new Hsds.ServiceAtLocation(
                Ids.offer(pair.service().id(), pair.offer().id()),
                pair.service().id(),
                location.id(),
                served(pair.offer().site()),
                whole ? location : plain(location),
                service);
    }

    private Hsds.Location location(Offer offer) {
        Site site = offer.site();
        UUID id = locationId(offer);
        OpenDataSettings.Post post = settings.post();
        boolean complete = post != null && site.address() != null;
        List<Hsds.Address> addresses = complete
                ? List.of(new Hsds.Address(
                        Ids.of("address", site.code()),
                        id,
                        site.address(),
                        post.city(),
                        post.province(),
                        post.code(),
                        "CN",
                        "physical"))
                : null;
        String description = Stream.of(complete ? null : site.address(), site.sample() ? say("sample.place") : null)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return new Hsds.Location(
                id,
                "physical",
                offer.id(),
                site.name(),
                description.isEmpty() ? null : description,
                site.code(),
                say("site-code"),
                addresses,
                phone(site));
    }

    private static Hsds.Location plain(Hsds.Location l) {
        return new Hsds.Location(
                l.id(),
                l.locationType(),
                l.organizationId(),
                l.name(),
                l.description(),
                l.externalIdentifier(),
                l.externalIdentifierType(),
                null,
                null);
    }

    private static UUID locationId(Offer offer) {
        return Ids.of("location", offer.site().code());
    }

    private String served(Site site) {
        return say("site." + site.kind(), directory.division(site).name());
    }

    private static List<Hsds.Phone> phone(Site site) {
        return site.phone() == null
                ? null
                : List.of(new Hsds.Phone(Ids.of("phone", site.code()), site.phone(), "voice", say("phone.site")));
    }

    private static List<Hsds.Phone> phones(Listed listed, Guide guide) {
        return guide.supervisionPhone() == null
                ? null
                : List.of(new Hsds.Phone(
                        Ids.of("phone", listed.code()), guide.supervisionPhone(), "voice", say("phone.supervision")));
    }

    private static List<Hsds.Document> documents(Listed listed, Guide guide) {
        return guide.materials().stream()
                .map(m ->
                        new Hsds.Document(Ids.of("material", listed.code() + ":" + m.code()), listed.id(), document(m)))
                .toList();
    }

    /** 居民身份证（必需，原件1份，复印件1份；原件核验后退还）. */
    static String document(Guide.Material m) {
        List<String> facts = new ArrayList<>();
        facts.add(say(m.required() ? "material.required" : "material.optional"));
        if (m.originals() > 0) {
            facts.add(say("material.originals", m.originals()));
        }
        if (m.copies() > 0) {
            facts.add(say("material.copies", m.copies()));
        }
        String note = m.note() == null ? "" : "；" + m.note();
        return m.name() + "（" + String.join("，", facts) + note + "）";
    }

    private static List<Hsds.Attribute> attributes(Listed listed, Matter matter) {
        List<Hsds.Attribute> attributes = new ArrayList<>();
        attributes.add(attribute(listed, "code", matter.code(), matter.code(), null));
        String type = matter.type().code();
        attributes.add(attribute(
                listed,
                "type",
                "",
                null,
                new Hsds.Term(
                        Ids.of("type", type),
                        type,
                        matter.type().label().zh(),
                        matter.type().label().en(),
                        TAXONOMY,
                        "zh")));
        List<String> basis = matter.guide().basis();
        IntStream.range(0, basis.size())
                .forEach(i -> attributes.add(attribute(listed, "basis", "" + i, basis.get(i), null)));
        return attributes;
    }

    private static Hsds.Attribute attribute(Listed listed, String type, String key, String value, Hsds.Term term) {
        UUID id = Ids.of("attribute", listed.code() + ":" + type + ":" + key);
        return new Hsds.Attribute(id, listed.id(), type, "service", value, term);
    }

    /** 1. … 2. …, {@code null} where nothing is known. */
    static String numbered(List<String> items) {
        if (items.size() < 2) {
            return items.isEmpty() ? null : items.get(0);
        }
        return IntStream.range(0, items.size())
                .mapToObj(i -> i + 1 + ". " + items.get(i))
                .collect(Collectors.joining("\n"));
    }

    /** @throws Problem invalid, when it is no UUID */
    static UUID id(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(field, TEXTS.get("uuid", text.length() > 60 ? text.substring(0, 60) : text));
        }
    }

    private static String say(String key, Object... arguments) {
        return TEXTS.get(key, arguments).zh();
    }
}
