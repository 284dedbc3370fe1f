package com.dainostore.tenancy.insight;

import com.dainostore.tenancy.security.Member;
import com.dainostore.tenancy.storage.StorageUsage;
import java.util.List;

/**
 * How much a store keeps, and who runs it.
 *
 * @param databaseBytes what its database takes on the disk of its server
 * @param people how many are in its team, those who were sent away not counted
 * @param owners those of them who own it, also those who have not joined yet
 */
public record StoreFigures(long databaseBytes, StorageUsage files, int people, List<Member> owners) {}
