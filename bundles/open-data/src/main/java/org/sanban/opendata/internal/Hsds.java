// SPDX-License-Identifier: Apache-2.0
package org.sanban.opendata.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The objects of HSDS 3.0, with those of their properties that we can fill. What is {@code null} is left out. */
final class Hsds {
    private Hsds() {}

    /** What the API says of itself. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "HsdsAbout", description = "接口说明 What the API says of itself")
    public record About(String version, String profile, String openapiUrl) {}

    /** A page of a list. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Page<T>(
            long totalItems,
            long totalPages,
            int pageNumber,
            int size,
            boolean firstPage,
            boolean lastPage,
            boolean empty,
            List<T> contents) {}

    /** A service; the lists stand only where the whole of it is asked for. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "HsdsService", description = "服务（HSDS service）")
    public record Service(
            UUID id,
            UUID organizationId,
            String name,
            String description,
            String url,
            String status,
            String applicationProcess,
            String feesDescription,
            String waitTime,
            String eligibilityDescription,
            String alert,
            Instant lastModified,
            Organization organization,
            List<Phone> phones,
            List<Document> requiredDocuments,
            List<ServiceAtLocation> serviceAtLocations,
            List<Attribute> attributes) {}

    /** An organisation: a department, or a site as an institution. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "HsdsOrganization", description = "机构（HSDS organization）")
    public record Organization(
            UUID id,
            String name,
            String description,
            List<Phone> phones,
            List<Location> locations,
            List<Identifier> organizationIdentifiers,
            List<Service> services) {}

    /** A service at a place. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "HsdsServiceAtLocation", description = "某处提供的服务（HSDS service_at_location）")
    public record ServiceAtLocation(
            UUID id, UUID serviceId, UUID locationId, String description, Location location, Service service) {}

    /** A place. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "HsdsLocation", description = "服务场所（HSDS location）")
    public record Location(
            UUID id,
            String locationType,
            UUID organizationId,
            String name,
            String description,
            String externalIdentifier,
            String externalIdentifierType,
            List<Address> addresses,
            List<Phone> phones) {}

    /** A postal address. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "HsdsAddress", description = "地址（HSDS address）")
    public record Address(
            UUID id,
            UUID locationId,
            @JsonProperty("address_1") String street,
            String city,
            String stateProvince,
            String postalCode,
            String country,
            String addressType) {}

    /** A telephone. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "HsdsPhone", description = "电话（HSDS phone）")
    public record Phone(UUID id, String number, String type, String description) {}

    /** A document to bring. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "HsdsDocument", description = "申请材料（HSDS required_document）")
    public record Document(UUID id, UUID serviceId, String document) {}

    /** A number by which an organisation is known elsewhere. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "HsdsIdentifier", description = "机构编码（HSDS organization_identifier）")
    public record Identifier(UUID id, UUID organizationId, String identifierType, String identifier) {}

    /** What HSDS has no property for. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "HsdsAttribute", description = "其他要素（HSDS attribute）")
    public record Attribute(
            UUID id, UUID linkId, String linkType, String linkEntity, String value, Term taxonomyTerm) {}

    /** A word of a list. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "HsdsTerm", description = "分类用语（HSDS taxonomy_term）")
    public record Term(UUID id, String code, String name, String description, String taxonomy, String language) {}
}
