// SPDX-License-Identifier: Apache-2.0
window.ui = SwaggerUIBundle({ url: "/api/v1/openapi.json", dom_id: "#ui", deepLinking: true });
