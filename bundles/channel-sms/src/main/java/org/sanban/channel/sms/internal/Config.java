// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What must be set: {@code etc/org.sanban.channel.sms.cfg}. */
@ObjectClassDefinition(name = "Sanban channel sms")
public @interface Config {
    @AttributeDefinition(
            name = "Form",
            description = "How the provider is spoken to; nothing is sent while it is empty",
            options = {@Option(""), @Option("smpp"), @Option("http")})
    String form() default "";

    @AttributeDefinition(
            name = "Signature",
            description = "Stands before each text in 【】; registered with the provider")
    String signature() default "";

    @AttributeDefinition(name = "Source of the signature", description = "By which approval it is used")
    String signatureSource() default "";

    @AttributeDefinition(
            name = "Parts",
            description = "The most parts of one message, 1 to 10; a longer text is refused")
    int maxParts() default 4;

    @AttributeDefinition(
            name = "Numbers",
            description = "How the provider wants telephone numbers",
            options = {@Option("local"), @Option("86"), @Option("+86")})
    String numbers() default "local";

    @AttributeDefinition(name = "Timeout", description = "Seconds to connect, and again to answer, 1 to 60")
    int timeoutSeconds() default 10;

    @AttributeDefinition(name = "Stop words", description = "What people answer who want no more messages, by comma")
    String stopWords() default "T,TD,退订";

    @AttributeDefinition(
            name = "Token",
            description = "Shared with who calls /api/v1/sms; at least 16 characters",
            type = AttributeType.PASSWORD)
    String token() default "";

    @AttributeDefinition(name = "SMPP: host")
    String smpp_host() default "";

    @AttributeDefinition(name = "SMPP: port")
    int smpp_port() default 2775;

    @AttributeDefinition(name = "SMPP: TLS", description = "The host's certificate is checked")
    boolean smpp_tls() default false;

    @AttributeDefinition(name = "SMPP: system_id")
    String smpp_systemId() default "";

    @AttributeDefinition(name = "SMPP: password", type = AttributeType.PASSWORD)
    String smpp_password() default "";

    @AttributeDefinition(name = "SMPP: system_type")
    String smpp_systemType() default "";

    @AttributeDefinition(name = "SMPP: service_type")
    String smpp_serviceType() default "";

    @AttributeDefinition(name = "SMPP: source_addr", description = "The number that messages come from")
    String smpp_source() default "";

    @AttributeDefinition(name = "SMPP: source_addr_ton")
    int smpp_sourceTon() default 0;

    @AttributeDefinition(name = "SMPP: source_addr_npi")
    int smpp_sourceNpi() default 0;

    @AttributeDefinition(name = "SMPP: dest_addr_ton")
    int smpp_destinationTon() default 0;

    @AttributeDefinition(name = "SMPP: dest_addr_npi")
    int smpp_destinationNpi() default 1;

    @AttributeDefinition(
            name = "SMPP: concatenation",
            description = "How the parts of a long text are numbered",
            options = {@Option("udh"), @Option("sar")})
    String smpp_concatenation() default "udh";

    @AttributeDefinition(
            name = "SMPP: ids in receipts",
            description = "How a receipt writes the id that submit_sm_resp gave: alike, or response and receipt differ",
            options = {@Option("same"), @Option("hex-decimal"), @Option("decimal-hex")})
    String smpp_receiptIds() default "same";

    @AttributeDefinition(name = "SMPP: rate", description = "Parts a second as agreed with the operator, 1 to 1000")
    int smpp_perSecond() default 10;

    @AttributeDefinition(
            name = "SMPP: enquire_link",
            description = "Seconds of silence after which it is sent, 1 to 600")
    int smpp_enquireSeconds() default 30;

    @AttributeDefinition(name = "HTTP: address", description = "May hold placeholders")
    String http_url() default "";

    @AttributeDefinition(
            name = "HTTP: method",
            options = {@Option("POST"), @Option("PUT"), @Option("GET")})
    String http_method() default "POST";

    @AttributeDefinition(name = "HTTP: type of the body", description = "JSON, a form, or text")
    String http_contentType() default "application/json";

    @AttributeDefinition(name = "HTTP: charset", description = "UTF-8, GBK, GB18030")
    String http_charset() default "UTF-8";

    @AttributeDefinition(
            name = "HTTP: body",
            description = "With {phone} {text} {id} {time} {sign} {account} {secret}, written as the type wants them")
    String http_body() default "";

    @AttributeDefinition(name = "HTTP: headers", description = "Name: value | Name: value; may hold placeholders")
    String http_headers() default "";

    @AttributeDefinition(name = "HTTP: account", description = "For {account}")
    String http_account() default "";

    @AttributeDefinition(name = "HTTP: secret", description = "For {secret}", type = AttributeType.PASSWORD)
    String http_secret() default "";

    @AttributeDefinition(name = "HTTP: time", description = "For {time}: seconds, millis, or a pattern: yyyyMMddHHmmss")
    String http_time() default "yyyyMMddHHmmss";

    @AttributeDefinition(
            name = "HTTP: signature",
            description = "How {sign} is computed",
            options = {
                @Option("none"),
                @Option("md5"),
                @Option("sha1"),
                @Option("sha256"),
                @Option("hmac-md5"),
                @Option("hmac-sha1"),
                @Option("hmac-sha256")
            })
    String http_sign() default "none";

    @AttributeDefinition(name = "HTTP: what is signed", description = "{account}{secret}{time}")
    String http_signOver() default "";

    @AttributeDefinition(
            name = "HTTP: signature written as",
            options = {@Option("hex"), @Option("HEX"), @Option("base64")})
    String http_signAs() default "hex";

    @AttributeDefinition(name = "HTTP: success", description = "JSON pointer = values: /code=0,00000")
    String http_success() default "";

    @AttributeDefinition(name = "HTTP: refused for good", description = "JSON pointer = values: /code=1001")
    String http_refused() default "";

    @AttributeDefinition(name = "HTTP: reference", description = "JSON pointer to the message's id, for receipts")
    String http_reference() default "";

    @AttributeDefinition(name = "HTTP: reason", description = "JSON pointer to what the provider says")
    String http_reason() default "";

    @AttributeDefinition(name = "Receipts: list", description = "JSON pointer to the list; empty for the body itself")
    String receipt_list() default "";

    @AttributeDefinition(name = "Receipts: reference", description = "JSON pointer within one; of a form, /field")
    String receipt_reference() default "";

    @AttributeDefinition(name = "Receipts: arrived", description = "JSON pointer = values: /status=DELIVRD")
    String receipt_arrived() default "";

    @AttributeDefinition(name = "Receipts: on the way", description = "JSON pointer = values that decide nothing yet")
    String receipt_pending() default "";

    @AttributeDefinition(name = "Receipts: reason", description = "JSON pointer to why it did not arrive")
    String receipt_reason() default "";

    @AttributeDefinition(name = "Replies: list", description = "JSON pointer to the list; empty for the body itself")
    String reply_list() default "";

    @AttributeDefinition(name = "Replies: number", description = "JSON pointer to who wrote")
    String reply_phone() default "";

    @AttributeDefinition(name = "Replies: text", description = "JSON pointer to what they wrote")
    String reply_text() default "";

    @AttributeDefinition(name = "Answer", description = "What the provider wants to read when it was heard")
    String callbackAnswer() default "ok";
}
