package com.dainostore.tenancy.untold;

/** Lies in a package that does not say what it is for. */
final class Untold {}
