// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.web;

import java.util.ArrayList;
import java.util.List;

/** A problem as a SOAP caller gets it: the detail of {@link ProblemFault}. A bean, as JAXB wants it. */
public class ProblemDetail {
    private String kind;
    private String detail;
    private Long retryAfter;
    private List<Violation> violation = new ArrayList<>();

    /** {@link org.sanban.api.problem.Problem.Kind}. */
    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    /** What is wrong, where, and what to do. */
    public String getDetail() {
        return detail;
    }

    public void setDetail(String detail) {
        this.detail = detail;
    }

    /** In how many seconds the same call is worth another try, as in the header {@code Retry-After}; else absent. */
    public Long getRetryAfter() {
        return retryAfter;
    }

    public void setRetryAfter(Long retryAfter) {
        this.retryAfter = retryAfter;
    }

    /** Every wrong field. */
    public List<Violation> getViolation() {
        return violation;
    }

    public void setViolation(List<Violation> violation) {
        this.violation = violation;
    }

    /** One wrong field. */
    public static class Violation {
        private String field;
        private String message;

        /** Path of the field. */
        public String getField() {
            return field;
        }

        public void setField(String field) {
            this.field = field;
        }

        /** What is wrong with it. */
        public String getMessage() {
            return message;
        }

        public void setMessage(String message) {
            this.message = message;
        }
    }
}
