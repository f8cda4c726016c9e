<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!--
  From the one feature.xml, the description that travels in a plugin's archive: the feature that names the plugin's
  bundle, and nothing else. What it needs it takes from the platform, of any version from x.y on: a repaired 0.1.1 runs on
  the platform 0.1.0, and the packages it imports keep it from one that lacks what it calls.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:f="http://karaf.apache.org/xmlns/features/v1.6.0">
  <xsl:param name="artifact"/>
  <xsl:param name="version"/>
  <xsl:variable name="kind" select="concat(substring-before($version, '.'), '.', substring-before(substring-after($version, '.'), '.'))"/>
  <xsl:output encoding="UTF-8" indent="yes"/>

  <xsl:template match="/">
    <xsl:variable name="own" select="/f:features/f:feature[f:bundle = concat('mvn:org.sanban/', $artifact, '/${project.version}')]"/>
    <xsl:if test="count($own) != 1">
      <xsl:message terminate="yes">features/src/main/feature/feature.xml has no feature for the bundle <xsl:value-of select="$artifact"/></xsl:message>
    </xsl:if>
    <f:features name="{$artifact}-{$version}">
      <xsl:apply-templates select="$own"/>
    </f:features>
  </xsl:template>

  <xsl:template match="f:feature/f:feature/@version[contains(., '${project.version}')]">
    <xsl:attribute name="version">[<xsl:value-of select="$kind"/>,<xsl:value-of select="substring-before($version, '.') + 1"/>)</xsl:attribute>
  </xsl:template>

  <xsl:template match="@*[. = '${project.version}']" priority="-1">
    <xsl:attribute name="{name()}"><xsl:value-of select="$version"/></xsl:attribute>
  </xsl:template>

  <xsl:template match="f:bundle/text()">
    <xsl:value-of select="substring-before(concat(., '${project.version}'), '${project.version}')"/>
    <xsl:if test="contains(., '${project.version}')"><xsl:value-of select="$version"/></xsl:if>
  </xsl:template>

  <xsl:template match="@*|node()" priority="-2">
    <xsl:copy><xsl:apply-templates select="@*|node()"/></xsl:copy>
  </xsl:template>
</xsl:stylesheet>
