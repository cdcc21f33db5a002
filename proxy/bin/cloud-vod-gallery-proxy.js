#!/usr/bin/env node
// In the repository, and executable there: npm links commands before anything is built.
import '../dist/proxy/src/cli.js';
