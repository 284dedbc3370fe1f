package com.dainostore.tenancy.identification;

/** A record that the owner of a domain has to write into DNS: exactly this type, name and value. */
public record DomainRecord(String type, String name, String value) {}
