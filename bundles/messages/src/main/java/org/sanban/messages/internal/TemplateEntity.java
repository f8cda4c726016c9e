// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

/** Row of a template. */
@Entity
@Table(name = "messages_template")
class TemplateEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "messages_template")
    @SequenceGenerator(name = "messages_template", sequenceName = "messages_template_seq", allocationSize = 50)
    long id;

    int version;
    String event;

    /** Empty for every matter: a unique key takes no null on each database alike. */
    String matter;

    String channel;
    String language;

    @Column(name = "code")
    String external;

    /** JSON object of patterns by field. */
    String fields;

    String words;
    String link;

    /** Whether a person calls where nothing reaches. */
    boolean important;

    String source;
}
