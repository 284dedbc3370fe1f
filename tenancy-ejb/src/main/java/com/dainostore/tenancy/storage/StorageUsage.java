package com.dainostore.tenancy.storage;

/** How much a store keeps: its files and their bytes, not counting what can be made again from them. */
public record StorageUsage(long files, long bytes) {}
