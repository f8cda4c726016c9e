// SPDX-License-Identifier: Apache-2.0
package org.sanban.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** Has a page on the start page for as long as its {@code Servlet} service is there. */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface OnStartPage {
    /** What the names of the service properties begin with. */
    String PREFIX_ = "sanban.page.";

    /** Where it is: {@code /board/}. */
    String address();

    /** Its title in Chinese. */
    String zh();

    /** Its title in English. */
    String en();

    /** What it is good for, in Chinese. */
    String zhAbout();

    /** What it is good for, in English. */
    String enAbout();

    /** Whether it is for staff; those for citizens stand first. */
    boolean staff() default false;
}
